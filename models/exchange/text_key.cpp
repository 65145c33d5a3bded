#include "exchange/text_key.h"

#include <algorithm>

namespace dimsum {

namespace {

constexpr bool isAsciiSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view asciiTrimmed(std::string_view text)
{
    while (!text.empty() && isAsciiSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isAsciiSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// Qt folds one character to one; full folding makes two or three of these (status F of Unicode's CaseFolding.txt).
// Their full upper case, which Qt does know, folds to exactly that.
bool foldsToSeveral(char16_t c)
{
    switch (c) {
    case 0x00DF: // sharp s
    case 0x0130:
    case 0x0149:
    case 0x01F0:
    case 0x0390:
    case 0x03B0:
    case 0x0587:
        return true;
    default:
        return (c >= 0x1E96 && c <= 0x1E9E) || (c >= 0x1F50 && c <= 0x1FFC) || (c >= 0xFB00 && c <= 0xFB17);
    }
}

QString fullyFolded(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return foldsToSeveral(c.unicode()); }))
        return text.toCaseFolded();
    QString result;
    for (const QChar c : text) {
        const QString upper = foldsToSeveral(c.unicode()) ? QString(c).toLower().toUpper() : QString();
        result.append(upper.size() > 1 ? upper : QString(c));
    }
    return result.toCaseFolded();
}

// Case folding can leave characters that are canonically equal but spelt apart, so NFKC runs again after it; that also
// makes the key of a key the key.
QString folded(QStringView text)
{
    return fullyFolded(text.toString().normalized(QString::NormalizationForm_KC))
        .normalized(QString::NormalizationForm_KC)
        .trimmed();
}

void joinWords(std::string &key)
{
    std::size_t to = 0;
    bool gap = false;
    for (const char c : key) {
        if (c == '_' || c == '-' || isAsciiSpace(c)) {
            gap = true;
            continue;
        }
        if (gap && to > 0)
            key[to++] = ' ';
        gap = false;
        key[to++] = c;
    }
    key.resize(to);
}

// The three letters that Salesforce appends to a 15-character id say which of its letters are capitals.
bool isSalesforceId18(std::string_view id)
{
    if (id.size() != 18)
        return false;
    const auto alphanumeric = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    if (!std::all_of(id.begin(), id.end(), alphanumeric))
        return false;
    static constexpr std::string_view codes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    for (std::size_t block = 0; block < 3; ++block) {
        std::size_t capitals = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            const char c = id[block * 5 + i];
            if (c >= 'A' && c <= 'Z')
                capitals |= std::size_t{1} << i;
        }
        const char given = id[15 + block];
        if (codes[capitals] != (given >= 'a' && given <= 'z' ? static_cast<char>(given - 'a' + 'A') : given))
            return false;
    }
    return true;
}

} // namespace

std::string textKey(QStringView text)
{
    return folded(text).toStdString();
}

void textKeyInto(std::string_view utf8, std::string &key)
{
    if (!isAscii(utf8)) {
        key = folded(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))).toStdString();
        return;
    }
    key.assign(asciiTrimmed(utf8));
    for (char &c : key) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
}

std::string textKey(std::string_view utf8)
{
    std::string key;
    textKeyInto(utf8, key);
    return key;
}

std::string typeKey(QStringView text)
{
    std::string key = textKey(text);
    joinWords(key);
    return key;
}

void typeKeyInto(std::string_view utf8, std::string &key)
{
    textKeyInto(utf8, key);
    joinWords(key);
}

std::string typeKey(std::string_view utf8)
{
    std::string key;
    typeKeyInto(utf8, key);
    return key;
}

QString shownText(QStringView text)
{
    return text.trimmed().toString();
}

std::string_view shownText(std::string_view utf8)
{
    std::string_view text = asciiTrimmed(utf8);
    // Other white space has two or three bytes in UTF-8; only a text with such bytes at an end is looked at again.
    const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (text.empty() || (!high(text.front()) && !high(text.back())))
        return text;
    const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    qsizetype begin = 0;
    qsizetype end = whole.size();
    while (begin < end && whole[begin].isSpace())
        ++begin;
    while (end > begin && whole[end - 1].isSpace())
        --end;
    const auto bytes = [&](qsizetype from, qsizetype to) {
        return static_cast<std::size_t>(QStringView(whole).sliced(from, to - from).toUtf8().size());
    };
    if (begin == 0 && end == whole.size())
        return text;
    return text.substr(bytes(0, begin), bytes(begin, end));
}

std::vector<std::string> partKeys(std::string_view utf8)
{
    std::vector<std::string> keys;
    for (std::size_t begin = 0; begin <= utf8.size();) {
        const std::size_t end = std::min(utf8.find(';', begin), utf8.size());
        std::string key = textKey(utf8.substr(begin, end - begin));
        if (!key.empty())
            keys.push_back(std::move(key));
        begin = end + 1;
    }
    return keys;
}

std::string externalIdKey(std::string_view utf8)
{
    const std::string_view id = shownText(utf8);
    return std::string(isSalesforceId18(id) ? id.substr(0, 15) : id);
}

} // namespace dimsum

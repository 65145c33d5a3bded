#include "exchange/spelling_check.h"

#include "exchange/text_key.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace dimsum {

namespace {

constexpr std::size_t mostDistinct = 5000;
constexpr std::size_t mostWords = 2000;

// Letters and digits only: what remains when case, spaces and punctuation say nothing.
std::string bareKey(std::string_view value)
{
    const std::string folded = textKey(value);
    const QString key = QString::fromStdString(folded);
    QString bare;
    for (const QChar c : key) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            bare.append(c);
    }
    return bare.toStdString();
}

// The words of "GTX Plus Pro" by key, as first written.
void addWords(std::string_view value, std::map<std::string, std::string> &words)
{
    const QString text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return;
    for (const QString &part : parts) {
        if (part.size() >= 2 && words.size() < mostWords)
            words.emplace(bareKey(part.toStdString()), part.toStdString());
    }
}

// "gtxpro" as two words that other values use apart: "GTX Pro"; empty if it is not.
std::string wordsApart(const std::string &bare, const std::map<std::string, std::string> &words)
{
    for (std::size_t cut = 2; cut + 2 <= bare.size(); ++cut) {
        const auto first = words.find(bare.substr(0, cut));
        const auto second = words.find(bare.substr(cut));
        if (first != words.end() && second != words.end())
            return first->second + " " + second->second;
    }
    return {};
}

} // namespace

void SpellingCheck::add(std::string_view value, std::int64_t rows)
{
    const std::string_view text = shownText(value);
    if (m_tooMany || text.empty())
        return;
    const auto [code, added] = m_values.intern(text);
    if (added)
        m_counts.push_back(0);
    m_counts[code] += rows;
    if (m_counts.size() > mostDistinct) {
        m_tooMany = true;
        m_values = {};
        m_counts.clear();
    }
}

std::vector<SpellingNotice> SpellingCheck::notices() const
{
    std::map<std::string, std::int64_t> counts;
    for (std::uint32_t code = 0; code < m_counts.size(); ++code)
        counts.emplace(m_values.at(code), m_counts[code]);
    std::map<std::string, std::pair<std::string, std::int64_t>> usual; // bare key -> most frequent spelling
    std::map<std::string, std::string> words;
    for (const auto &[value, count] : counts) {
        const std::string bare = bareKey(value);
        auto &entry = usual[bare];
        if (!bare.empty() && count > entry.second)
            entry = {value, count};
        addWords(value, words);
    }
    std::vector<SpellingNotice> notices;
    for (const auto &[value, count] : counts) {
        const std::string bare = bareKey(value);
        if (bare.find_first_not_of("0123456789") == std::string::npos)
            continue; // "-1" is no spelling of "1"
        if (usual[bare].first != value) {
            notices.push_back({value, usual[bare].first, count});
        } else if (value.find(' ') == std::string::npos) {
            const std::string apart = wordsApart(bare, words);
            if (!apart.empty() && textKey(apart) != textKey(value))
                notices.push_back({value, apart, count});
        }
    }
    std::sort(notices.begin(), notices.end(), [](const SpellingNotice &a, const SpellingNotice &b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return notices;
}

} // namespace dimsum

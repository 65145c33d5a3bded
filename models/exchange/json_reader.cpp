#include "exchange/json_reader.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <cmath>

namespace dimsum
{

namespace
{

QString childPath(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + u'.' + key;
}

QString itemPath(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

const char *typeWord(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return "true or false";
    case QJsonValue::Double:
        return "a number";
    case QJsonValue::String:
        return "a text";
    case QJsonValue::Array:
        return "a list";
    case QJsonValue::Object:
        return "an object";
    default:
        return "null";
    }
}

std::string plain(double number)
{
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest).toStdString();
}

// Walks over JSON that is known to be well-formed and looks for a key that an object has twice: QJsonDocument
// keeps the last one silently.
class KeyWalk
{
public:
    KeyWalk(const QByteArray &bytes, JsonReport &report) : m_bytes(bytes), m_report(report) {}

    void run() { value({}); }

private:
    void value(const QString &path)
    {
        skipSpace();
        if (m_at >= m_bytes.size())
            return;
        if (m_bytes[m_at] == '{')
            object(path);
        else if (m_bytes[m_at] == '[')
            array(path);
        else if (m_bytes[m_at] == '"')
            string();
        else
            while (m_at < m_bytes.size() && !strchr(",]} \t\r\n", m_bytes[m_at]))
                ++m_at;
    }

    void object(const QString &path)
    {
        std::set<QString> keys;
        ++m_at;
        for (skipSpace(); m_at < m_bytes.size() && m_bytes[m_at] != '}'; skipSpace()) {
            if (m_bytes[m_at] == ',') {
                ++m_at;
                continue;
            }
            const QString key = string();
            if (!keys.insert(key).second)
                m_report.add(childPath(path, key), DIMSUM_TEXT("This key is given twice. Keep one of them."));
            skipSpace();
            ++m_at; // the colon
            value(childPath(path, key));
        }
        ++m_at;
    }

    void array(const QString &path)
    {
        qsizetype index = 0;
        ++m_at;
        for (skipSpace(); m_at < m_bytes.size() && m_bytes[m_at] != ']'; skipSpace()) {
            if (m_bytes[m_at] == ',') {
                ++m_at;
                continue;
            }
            value(itemPath(path, index++));
        }
        ++m_at;
    }

    QString string()
    {
        const qsizetype start = m_at++;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '"')
            m_at += m_bytes[m_at] == '\\' ? 2 : 1;
        ++m_at;
        // Keys may be spelt with escapes; the parser that read the document knows how.
        const QByteArray wrapped = '[' + m_bytes.mid(start, m_at - start) + ']';
        return QJsonDocument::fromJson(wrapped).array().at(0).toString();
    }

    void skipSpace()
    {
        while (m_at < m_bytes.size() && strchr(" \t\r\n", m_bytes[m_at]))
            ++m_at;
    }

    const QByteArray &m_bytes;
    JsonReport &m_report;
    qsizetype m_at = 0;
};

Error syntaxError(const QByteArray &bytes, const QJsonParseError &problem)
{
    Error error{
        ErrorKind::invalid, DIMSUM_TEXT("This is no valid JSON: %1."), {problem.errorString().toStdString()}};
    error.line = bytes.left(problem.offset).count('\n') + 1;
    return error;
}

} // namespace

void JsonReport::add(const QString &path, const char *sentence, std::vector<std::string> arguments)
{
    if (!m_error)
        m_error = Error{ErrorKind::invalid, sentence, std::move(arguments), {}, 0, path.toStdString()};
}

std::string JsonNode::text() const
{
    if (!m_value.isString()) {
        refuse(DIMSUM_TEXT("Here a text is needed, not %1."), {typeWord(m_value)});
        return {};
    }
    return m_value.toString().trimmed().toStdString();
}

std::string JsonNode::requiredText() const
{
    const std::string value = text();
    if (value.empty())
        refuse(DIMSUM_TEXT("This must not be empty."));
    return value;
}

bool JsonNode::boolean() const
{
    if (!m_value.isBool())
        refuse(DIMSUM_TEXT("Here true or false is needed, not %1."), {typeWord(m_value)});
    return m_value.toBool();
}

std::int64_t JsonNode::whole(WholeRange range) const
{
    const double number = m_value.toDouble(std::numeric_limits<double>::quiet_NaN());
    const bool inRange = m_value.isDouble() && number == std::trunc(number) &&
                         number >= static_cast<double>(range.from) && number <= static_cast<double>(range.to);
    if (inRange)
        return m_value.toInteger();
    refuse(DIMSUM_TEXT("Here a whole number from %1 to %2 is needed."),
           {std::to_string(range.from), std::to_string(range.to)});
    return range.from;
}

double JsonNode::number(NumberRange range) const
{
    const double number = m_value.toDouble();
    const bool inRange = m_value.isDouble() && number <= range.to &&
                         (range.openBelow ? number > range.from : number >= range.from);
    if (inRange)
        return number;
    refuse(range.openBelow ? DIMSUM_TEXT("Here a number above %1 and up to %2 is needed.")
                           : DIMSUM_TEXT("Here a number from %1 to %2 is needed."),
           {plain(range.from), plain(range.to)});
    return range.from;
}

Money JsonNode::money(const Currency &currency) const
{
    std::string text;
    if (m_value.isString()) {
        text = m_value.toString().trimmed().toStdString();
    } else if (m_value.isDouble() && m_value.toDouble() == std::trunc(m_value.toDouble()) &&
               std::fabs(m_value.toDouble()) < 1e15) {
        text = std::to_string(m_value.toInteger());
    } else {
        refuse(DIMSUM_TEXT("Money is a text as in \"49999.99\" or a whole number."));
        return {};
    }
    const ParsedMoney parsed = parseMoney(text, currency);
    if (parsed.problem == MoneyProblem::tooManyDecimals)
        refuse(DIMSUM_TEXT("\"%1\" has more decimals than %2 has."), {text, currency.code});
    else if (parsed.problem == MoneyProblem::tooLarge)
        refuse(DIMSUM_TEXT("\"%1\" is too large an amount."), {text});
    else if (parsed.problem)
        refuse(DIMSUM_TEXT("\"%1\" is no amount of money; write it as in \"49999.99\"."), {text});
    else if (parsed.amount.minor < 0)
        refuse(DIMSUM_TEXT("Here an amount of 0 or more is needed."));
    else
        return parsed.amount;
    return {};
}

Day JsonNode::day() const
{
    const std::optional<Day> day =
        m_value.isString() ? parseIsoDay(m_value.toString().toStdString()) : std::nullopt;
    if (!day)
        refuse(DIMSUM_TEXT("Here a date as in \"2025-07-01\" is needed."));
    return day.value_or(unknownDay);
}

std::vector<JsonNode> JsonNode::items() const
{
    if (!m_value.isArray()) {
        refuse(DIMSUM_TEXT("Here a list is needed, not %1."), {typeWord(m_value)});
        return {};
    }
    const QJsonArray array = m_value.toArray();
    std::vector<JsonNode> items;
    for (qsizetype i = 0; i < array.size(); ++i)
        items.emplace_back(array.at(i), itemPath(m_path, i), *m_report);
    return items;
}

std::vector<std::string> JsonNode::texts() const
{
    std::vector<std::string> texts;
    for (const JsonNode &item : items())
        texts.push_back(item.requiredText());
    return texts;
}

JsonKeys::JsonKeys(const JsonNode &node) : m_node(node), m_object(node.value().toObject())
{
    if (!node.isObject())
        node.refuse(DIMSUM_TEXT("Here an object is needed, not %1."), {typeWord(node.value())});
}

std::optional<JsonNode> JsonKeys::find(std::string_view key)
{
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    m_asked.insert(name);
    if (!m_object.contains(name))
        return std::nullopt;
    return child(name);
}

JsonNode JsonKeys::require(std::string_view key)
{
    if (std::optional<JsonNode> node = find(key))
        return *node;
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    m_node.report().add(childPath(m_node.path(), name), DIMSUM_TEXT("This key is missing."));
    return child(name);
}

std::vector<std::pair<std::string, JsonNode>> JsonKeys::rest()
{
    std::vector<std::pair<std::string, JsonNode>> rest;
    for (const QString &key : m_object.keys())
        if (m_asked.insert(key).second)
            rest.emplace_back(key.toStdString(), child(key));
    return rest;
}

void JsonKeys::finish()
{
    for (const QString &key : m_object.keys())
        if (!m_asked.contains(key))
            m_node.report().add(childPath(m_node.path(), key),
                                DIMSUM_TEXT("There is no such key here. Check its spelling or take it out."));
}

void JsonKeys::read(std::string_view key, std::string &value)
{
    if (const std::optional<JsonNode> node = find(key))
        value = node->text();
}

void JsonKeys::read(std::string_view key, bool &value)
{
    if (const std::optional<JsonNode> node = find(key))
        value = node->boolean();
}

void JsonKeys::read(std::string_view key, int &value, WholeRange range)
{
    if (const std::optional<JsonNode> node = find(key))
        value = static_cast<int>(node->whole(range));
}

void JsonKeys::read(std::string_view key, double &value, NumberRange range)
{
    if (const std::optional<JsonNode> node = find(key))
        value = node->number(range);
}

void JsonKeys::read(std::string_view key, std::vector<std::string> &value)
{
    if (const std::optional<JsonNode> node = find(key))
        value = node->texts();
}

JsonNode JsonKeys::child(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return {value.isUndefined() ? QJsonValue() : value, childPath(m_node.path(), key), m_node.report()};
}

Outcome readJson(const QByteArray &bytes, const std::function<void(const JsonNode &top)> &read)
{
    const QByteArray body = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(body);
    if (decoder.hasError())
        return Error{ErrorKind::invalid, DIMSUM_TEXT("This is not UTF-8 text. Save the file as UTF-8.")};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return syntaxError(body, problem);
    JsonReport report;
    KeyWalk(body, report).run();
    const QJsonValue top = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    if (!report.failed())
        read(JsonNode(top, {}, report));
    if (report.failed())
        return report.error();
    return Done{};
}

} // namespace dimsum

#include "exchange/json_writer.h"

#include <QLocale>

#include <cmath>

namespace dimsum
{

JsonWriter &JsonWriter::key(std::string_view name)
{
    startValue();
    quoted(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    m_bytes += ": ";
    m_afterKey = true;
    return *this;
}

void JsonWriter::text(std::string_view utf8)
{
    text(QStringView(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))));
}

void JsonWriter::text(QStringView text)
{
    startValue();
    quoted(text);
}

void JsonWriter::number(std::int64_t value)
{
    startValue();
    m_bytes += QByteArray::number(static_cast<qlonglong>(value));
}

void JsonWriter::number(double value)
{
    constexpr double wholeBelow = 9007199254740992.0; // 2^53
    if (!std::isfinite(value)) {
        null();
    } else if (value == std::trunc(value) && std::fabs(value) < wholeBelow) {
        number(static_cast<std::int64_t>(value));
    } else {
        startValue();
        m_bytes += QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
    }
}

void JsonWriter::boolean(bool value)
{
    startValue();
    m_bytes += value ? "true" : "false";
}

void JsonWriter::null()
{
    startValue();
    m_bytes += "null";
}

void JsonWriter::begin(char bracket, Layout layout)
{
    startValue();
    m_bytes += bracket;
    const bool inOneLine = !m_levels.empty() && m_levels.back().oneLine;
    m_levels.push_back({inOneLine || layout == Layout::oneLine, true});
}

void JsonWriter::end(char bracket)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.oneLine && !level.empty)
        newLine();
    m_bytes += bracket;
}

void JsonWriter::startValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    if (!level.empty)
        m_bytes += level.oneLine ? ", " : ",";
    level.empty = false;
    if (!level.oneLine)
        newLine();
}

void JsonWriter::newLine()
{
    m_bytes += '\n';
    m_bytes += QByteArray(static_cast<qsizetype>(m_levels.size()) * 2, ' ');
}

void JsonWriter::quoted(QStringView text)
{
    QString escaped;
    escaped.reserve(text.size() + 2);
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit == u'"' || unit == u'\\')
            escaped += u'\\' + QString(character);
        else if (unit == u'\n')
            escaped += QLatin1String("\\n");
        else if (unit == u'\t')
            escaped += QLatin1String("\\t");
        else if (unit < 0x20)
            escaped += QStringLiteral("\\u%1").arg(static_cast<int>(unit), 4, 16, QLatin1Char('0'));
        else
            escaped += character;
    }
    m_bytes += '"' + escaped.toUtf8() + '"';
}

} // namespace dimsum

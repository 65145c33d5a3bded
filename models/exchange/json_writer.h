// Writes JSON with the keys in the order in which they are written, so that what is shown is always the same
// text: QJsonObject sorts its keys. Two spaces of indent; lists of plain values stay on one line; whole
// numbers without a fraction.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <cstdint>
#include <string_view>
#include <vector>

namespace dimsum
{

class JsonWriter
{
public:
    enum class Layout : std::uint8_t { lines, oneLine };

    void beginObject(Layout layout = Layout::lines) { begin('{', layout); }
    void endObject() { end('}'); }
    void beginArray(Layout layout = Layout::lines) { begin('[', layout); }
    void endArray() { end(']'); }

    // Inside an object: the key of the value that comes next.
    JsonWriter &key(std::string_view name);

    void text(std::string_view utf8);
    void text(QStringView text);
    void number(std::int64_t value);
    void number(double value); // shortest text that reads back as the same number; not finite: null
    void boolean(bool value);
    void null();

    // The finished document with a line end.
    QByteArray document() const { return m_bytes + '\n'; }

private:
    struct Level {
        bool oneLine = false;
        bool empty = true;
    };

    void begin(char bracket, Layout layout);
    void end(char bracket);
    void startValue();
    void newLine();
    void quoted(QStringView text);

    QByteArray m_bytes;
    std::vector<Level> m_levels;
    bool m_afterKey = false;
};

} // namespace dimsum

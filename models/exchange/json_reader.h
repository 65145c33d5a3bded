// Reads JSON strictly (json-shapes.md): an unknown key, a key given twice, a wrong type or a value out of
// range is an error with its path ("rules[1].when.acv"). The first error counts; after it every question
// answers with its default, so that a reader is written straight down and asks once at the end whether all
// went well.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/money.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

// Holds the first error of a document.
class JsonReport
{
public:
    void add(const QString &path, const char *sentence, std::vector<std::string> arguments = {});
    bool failed() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

struct WholeRange {
    std::int64_t from = 0;
    std::int64_t to = std::numeric_limits<std::int32_t>::max();
};
struct NumberRange {
    double from = 0;
    double to = 1e15;
    bool openBelow = false; // `from` itself is out of range
};

// A value with the place where it stands. Each question demands the type and reports where it is another.
class JsonNode
{
public:
    JsonNode(QJsonValue value, QString path, JsonReport &report)
        : m_value(std::move(value)), m_path(std::move(path)), m_report(&report)
    {
    }

    bool isNull() const { return m_value.isNull(); }
    bool isText() const { return m_value.isString(); }
    bool isBool() const { return m_value.isBool(); }
    bool isNumber() const { return m_value.isDouble(); }
    bool isObject() const { return m_value.isObject(); }
    bool isArray() const { return m_value.isArray(); }

    std::string text() const;         // trimmed
    std::string requiredText() const; // the same, not empty
    bool boolean() const;
    std::int64_t whole(WholeRange range) const;
    double number(NumberRange range) const;
    // A decimal string or a whole number in major units, 0 or more.
    Money money(const Currency &currency) const;
    Day day() const; // "yyyy-MM-dd"
    std::vector<JsonNode> items() const;
    std::vector<std::string> texts() const; // a list of texts that are not empty

    const QString &path() const { return m_path; }
    const QJsonValue &value() const { return m_value; }
    JsonReport &report() const { return *m_report; }
    void refuse(const char *sentence, std::vector<std::string> arguments = {}) const
    {
        m_report->add(m_path, sentence, std::move(arguments));
    }

private:
    QJsonValue m_value;
    QString m_path;
    JsonReport *m_report;
};

// An object whose keys are asked for one by one; finish() reports those that nobody asked for.
class JsonKeys
{
public:
    explicit JsonKeys(const JsonNode &node);

    // Nothing where the key is missing.
    std::optional<JsonNode> find(std::string_view key);
    // Reports a missing key and answers with null.
    JsonNode require(std::string_view key);
    // Every key that nobody asked for yet, in byte order: for objects whose keys are data.
    std::vector<std::pair<std::string, JsonNode>> rest();
    void finish();

    // What a missing key leaves as it is.
    void read(std::string_view key, std::string &value);
    void read(std::string_view key, bool &value);
    void read(std::string_view key, int &value, WholeRange range);
    void read(std::string_view key, double &value, NumberRange range);
    void read(std::string_view key, std::vector<std::string> &value);

private:
    JsonNode child(const QString &key) const;

    JsonNode m_node;
    QJsonObject m_object;
    std::set<QString> m_asked;
};

// Hands the top of the document to `read`; the result is what it returns unless something was reported.
// Refuses bytes that are no UTF-8 or no JSON (with the line), objects with a key twice, and a top that is no
// object.
Outcome readJson(const QByteArray &bytes, const std::function<void(const JsonNode &top)> &read);

} // namespace dimsum

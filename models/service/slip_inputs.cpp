#include "service/slip_inputs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dimsum {

namespace {

QJsonObject objectOf(const std::map<std::string, std::string> &inputs)
{
    QJsonObject object;
    for (const auto &[name, value] : inputs)
        object.insert(QString::fromStdString(name), QString::fromStdString(value));
    return object;
}

std::map<std::string, std::string> inputsOf(const QJsonObject &object)
{
    std::map<std::string, std::string> inputs;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        inputs.emplace(entry.key().toStdString(), entry.value().toString().toStdString());
    return inputs;
}

QJsonObject parsed(std::string_view text)
{
    return QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).object();
}

std::string compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string inputsText(const std::map<std::string, std::string> &inputs)
{
    return compact(objectOf(inputs));
}

std::map<std::string, std::string> parseInputs(std::string_view text)
{
    return inputsOf(parsed(text));
}

std::string draftText(const DraftSlip &draft)
{
    if (draft.lines.empty() && draft.note.empty())
        return {};
    QJsonArray lines;
    for (const SlipLine &line : draft.lines)
        lines.append(QJsonObject{{QStringLiteral("play"), QString::fromStdString(line.play)},
                                 {QStringLiteral("inputs"), objectOf(line.inputs)}});
    return compact({{QStringLiteral("lines"), lines}, {QStringLiteral("note"), QString::fromStdString(draft.note)}});
}

DraftSlip parseDraft(std::string_view text)
{
    DraftSlip draft;
    const QJsonObject whole = parsed(text);
    for (const QJsonValue &line : whole.value(QLatin1String("lines")).toArray())
        draft.lines.push_back({line[QLatin1String("play")].toString().toStdString(),
                               inputsOf(line[QLatin1String("inputs")].toObject())});
    draft.note = whole.value(QLatin1String("note")).toString().toStdString();
    return draft;
}

} // namespace dimsum

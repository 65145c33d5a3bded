#include "exchange/menu_csv.h"

#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"
#include "exchange/formula_guard.h"
#include "exchange/menu_document.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace dimsum
{

namespace
{

const QStringList menuHeaders{QStringLiteral("code"),     QStringLiteral("name"),        QStringLiteral("description"), QStringLiteral("channel"),
                          QStringLiteral("personalisation"), QStringLiteral("tiers"), QStringLiteral("roles"),      QStringLiteral("stages"),
                          QStringLiteral("costs"),    QStringLiteral("lead_days"),   QStringLiteral("capacity"),    QStringLiteral("per_account"),
                          QStringLiteral("approval"), QStringLiteral("inputs"),      QStringLiteral("owner_team"),  QStringLiteral("delivers"),
                          QStringLiteral("cheaper"),  QStringLiteral("status")};

QString listWord(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list.join(QStringLiteral("; "));
}

QString codeWord(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString costWord(const CostLine &line, const Currency &currency)
{
    const QString kind = codeWord(costKindName(line.kind)), amount = QString::fromStdString(moneyText(line.amount, currency));
    const bool counted = line.kind == CostKind::hours || line.kind == CostKind::fee;
    return counted ? QStringLiteral("%1 %2 x %3").arg(kind, QString::fromStdString(quantityText(line.quantity)), amount) : QStringLiteral("%1 %2").arg(kind, amount);
}

QStringList cellsOf(const Play &play, const Currency &currency)
{
    QStringList tiers, costs;
    for (const int tier : play.tiers)
        tiers.append(QString::number(tier));
    for (const CostLine &line : play.costs)
        costs.append(costWord(line, currency));
    const QString approval = play.approval.rule == Approval::Rule::none     ? QStringLiteral("none")
                             : play.approval.rule == Approval::Rule::always ? QStringLiteral("always")
                                                                            : QStringLiteral("above ") + QString::fromStdString(moneyText(play.approval.above, currency));
    const auto limit = [](const std::optional<int> &value) { return value ? QString::number(*value) : QString(); };
    return {QString::fromStdString(play.code), QString::fromStdString(play.name), QString::fromStdString(play.description), QString::fromStdString(play.channel),
            codeWord(personalisationName(play.personalisation)), tiers.join(QStringLiteral("; ")), listWord(play.roles), listWord(play.stages), costs.join(QStringLiteral("; ")),
            QString::number(play.leadDays), limit(play.capacity), limit(play.perAccount), approval, listWord(play.inputs), QString::fromStdString(play.ownerTeam),
            QString::fromStdString(play.delivers), listWord(play.cheaper), codeWord(playStatusName(play.status))};
}

// A row as the JSON that menu.json has, so that every rule of it is kept in one place (menu_document.h).
class MenuRowReader
{
public:
    MenuRowReader(const QHash<QString, QString> &cells, std::int64_t line) : m_cells(cells), m_line(line) {}

    Result<QJsonObject> play()
    {
        QJsonObject play;
        for (const char *name : {"code", "name", "description", "channel", "personalisation", "owner_team", "delivers", "status"}) {
            const QString key = QString::fromLatin1(name);
            if (!text(key).isEmpty() || key == QLatin1String("code") || key == QLatin1String("name"))
                play[key] = text(key);
        }
        for (const char *name : {"roles", "stages", "inputs", "cheaper"})
            play[QString::fromLatin1(name)] = QJsonArray::fromStringList(list(QString::fromLatin1(name)));
        QJsonArray tiers;
        for (const QString &tier : list(QStringLiteral("tiers")))
            tiers.append(whole(QStringLiteral("tiers"), tier));
        play[QStringLiteral("tiers")] = tiers;
        play[QStringLiteral("lead_days")] = text(QStringLiteral("lead_days")).isEmpty() ? QJsonValue(0) : whole(QStringLiteral("lead_days"), text(QStringLiteral("lead_days")));
        for (const QString &key : {QStringLiteral("capacity"), QStringLiteral("per_account")})
            play[key] = text(key).isEmpty() ? QJsonValue(QJsonValue::Null) : whole(key, text(key));
        const QString approval = text(QStringLiteral("approval"));
        if (approval.startsWith(QLatin1String("above ")))
            play[QStringLiteral("approval")] = QJsonObject{{QStringLiteral("above"), approval.mid(6).trimmed()}};
        else if (!approval.isEmpty())
            play[QStringLiteral("approval")] = approval;
        QJsonArray costs;
        for (const QString &cost : list(QStringLiteral("costs")))
            costs.append(costLine(cost));
        play[QStringLiteral("costs")] = costs;
        if (m_problem)
            return *m_problem;
        return play;
    }

private:
    QString text(const QString &key) const { return unguarded(m_cells.value(key)).trimmed(); }

    QStringList list(const QString &key) const
    {
        QStringList found;
        for (const QString &part : text(key).split(u';', Qt::SkipEmptyParts)) {
            if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
                found.append(trimmed);
        }
        return found;
    }

    void refuse(const QString &field, const char *sentence, const QString &value)
    {
        if (!m_problem)
            m_problem = Error{.kind = ErrorKind::invalid, .sentence = sentence, .arguments = {value.toStdString()}, .line = m_line, .field = field.toStdString()};
    }

    QJsonValue whole(const QString &field, const QString &value)
    {
        bool number = false;
        const int found = value.toInt(&number);
        if (!number)
            refuse(field, DIMSUM_TEXT("“%1” is no whole number."), value);
        return found;
    }

    // "production 45.00", "hours 0.5 x 60.00"
    QJsonValue costLine(const QString &cost)
    {
        const QString kind = cost.section(u' ', 0, 0), rest = cost.section(u' ', 1).trimmed();
        const QString count = rest.section(u'x', 0, 0).trimmed(), amount = rest.section(u'x', 1).trimmed();
        QJsonObject line{{QStringLiteral("line"), kind}};
        if (kind == QLatin1String("hours") && !amount.isEmpty()) {
            line[QStringLiteral("hours")] = count;
            line[QStringLiteral("rate")] = amount;
        } else if (kind == QLatin1String("fee") && !amount.isEmpty()) {
            line[QStringLiteral("months")] = count;
            line[QStringLiteral("amount")] = amount;
        } else if (kind != QLatin1String("hours") && !rest.isEmpty() && amount.isEmpty()) {
            line[QStringLiteral("amount")] = rest;
        } else {
            refuse(QStringLiteral("costs"), DIMSUM_TEXT("“%1” is no cost. Write it like “production 45.00” or “hours 0.5 x 60.00”."), cost);
        }
        return line;
    }

    const QHash<QString, QString> &m_cells;
    std::int64_t m_line;
    std::optional<Error> m_problem;
};

} // namespace

QByteArray formatMenuCsv(const Menu &menu, const Currency &currency)
{
    QByteArray text;
    const auto add = [&](const QStringList &cells) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += (i > 0 ? "," : "") + csvCell(cells[i], CellType::text, currency, true);
        text += '\n';
    };
    add(menuHeaders);
    for (const Play &play : menu.plays)
        add(cellsOf(play, currency));
    return text;
}

Result<Menu> parseMenuCsv(const QByteArray &text, const Menu &current, const Currency &currency)
{
    QStringList columns;
    QJsonArray plays;
    std::vector<std::int64_t> lines;
    std::optional<Error> problem;
    const auto stop = [&](Error error) {
        problem = std::move(error);
        return false;
    };
    CsvReader reader(',', [&](const CsvRecord &record) {
        if (record.problem != CsvProblem::none)
            return stop({.kind = ErrorKind::invalid, .sentence = csvProblemSentence(record.problem), .arguments = {std::to_string(record.problemLine)}, .line = record.line});
        QStringList cells;
        for (const std::string_view field : record.fields)
            cells.append(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())));
        if (columns.isEmpty()) {
            for (const QString &cell : cells) {
                columns.append(cell.trimmed().toLower());
                if (!menuHeaders.contains(columns.back()))
                    return stop({.kind = ErrorKind::invalid, .sentence = DIMSUM_TEXT("There is no column “%1” in a menu. There are: %2."),
                                 .arguments = {cell.toStdString(), menuHeaders.join(QStringLiteral(", ")).toStdString()}, .line = record.line});
            }
            if (!columns.contains(QStringLiteral("code")))
                return stop({.kind = ErrorKind::invalid, .sentence = DIMSUM_TEXT("The first line has to name the columns, “code” among them."), .line = record.line});
            return true;
        }
        QHash<QString, QString> byColumn;
        for (qsizetype i = 0; i < columns.size(); ++i)
            byColumn[columns[i]] = cells.value(i);
        auto play = MenuRowReader(byColumn, record.line).play();
        if (!play)
            return stop(play.error());
        plays.append(*play);
        lines.push_back(record.line);
        return true;
    });
    const QByteArray plain = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    reader.feed(std::string_view(plain.data(), static_cast<std::size_t>(plain.size())));
    reader.finish();
    if (problem)
        return *problem;
    if (plays.isEmpty())
        return Error{.kind = ErrorKind::invalid, .sentence = DIMSUM_TEXT("The file holds no play.")};
    QJsonObject document = QJsonDocument::fromJson(printMenu(current, currency)).object();
    document[QStringLiteral("plays")] = plays;
    document.remove(QStringLiteral("version"));
    auto menu = parseMenu(QJsonDocument(document).toJson(), currency);
    if (menu)
        return menu;
    // "plays[2].tiers" is a line of the file.
    Error error = menu.error();
    if (error.field.starts_with("plays[")) {
        const std::size_t index = std::stoul(error.field.substr(6));
        error.line = index < lines.size() ? lines[index] : 0;
        const std::size_t dot = error.field.find("].");
        error.field = dot == std::string::npos ? std::string() : error.field.substr(dot + 2);
    }
    return error;
}

} // namespace dimsum

#include "exchange/table_shape.h"

#include "exchange/formula_guard.h"

#include <QCryptographicHash>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>
#include <memory>

namespace dimsum
{

namespace
{

enum class Form { plain, country2, sha256, label };

// One stretch of a value: fixed text, or a field in a form.
struct Piece {
    QString text;
    std::size_t field = 0;
    bool isField = false;
    Form form = Form::plain;
};

struct Plan {
    const ShapedColumn *column = nullptr;
    std::vector<Piece> pieces;

    // A single field as it is: its type stays, so that dates and money are written as such.
    bool passes() const
    {
        return pieces.size() == 1 && pieces[0].isField && pieces[0].form == Form::plain && column->words.isEmpty() && !column->otherwise;
    }
};

QString formed(const QString &text, Form form)
{
    switch (form) {
    case Form::country2:
        return countryCode(text);
    case Form::sha256: { // Google Customer Match: of the trimmed lower-case text
        const QString plain = text.trimmed().toLower();
        return plain.isEmpty() ? QString() : QString::fromLatin1(QCryptographicHash::hash(plain.toUtf8(), QCryptographicHash::Sha256).toHex());
    }
    case Form::label: // Jira labels hold no space
        return text.simplified().replace(u' ', u'-');
    case Form::plain:
        break;
    }
    return text;
}

class Shaper
{
public:
    Shaper(const TableDocument &table, const ExportProfile &profile) : m_table(table), m_profile(profile) {}

    Outcome plan()
    {
        for (const ShapedColumn &column : m_profile.columns) {
            Plan plan{.column = &column, .pieces = {}};
            if (const Outcome parsed = parse(column.value, plan.pieces); !parsed)
                return parsed;
            m_plans.push_back(std::move(plan));
        }
        for (auto only = m_profile.only.begin(); only != m_profile.only.end(); ++only) {
            const auto field = fieldOf(only.key());
            if (!field)
                return field.error();
            m_only.push_back({*field, only.value()});
        }
        for (const QString &need : m_profile.needs) {
            const auto field = fieldOf(need);
            if (!field)
                return field.error();
            m_needs.push_back(*field);
        }
        return Done{};
    }

    std::vector<TableColumn> columns() const
    {
        std::vector<TableColumn> columns;
        for (const Plan &plan : m_plans)
            columns.push_back({plan.column->header, plan.passes() ? m_table.columns[plan.pieces[0].field].type : CellType::text});
        return columns;
    }

    void take(std::span<const Cell> row, std::vector<std::vector<Cell>> &rows, ShapeCounts &counts) const
    {
        for (const auto &[field, values] : m_only) {
            if (!values.contains(text(row, field)))
                return;
        }
        for (const std::size_t field : m_needs) {
            if (text(row, field).isEmpty()) {
                ++counts.incomplete;
                return;
            }
        }
        std::vector<Cell> cells;
        for (const Plan &plan : m_plans) {
            cells.push_back(plan.passes() ? row[plan.pieces[0].field] : Cell(written(row, plan)));
            const QString *words = std::get_if<QString>(&cells.back());
            counts.formulas += words && !m_profile.formulaGuard && guarded(*words) != *words ? 1 : 0;
        }
        rows.push_back(std::move(cells));
        ++counts.rows;
    }

private:
    Result<std::size_t> fieldOf(const QString &name) const
    {
        const auto column = std::find_if(m_table.columns.begin(), m_table.columns.end(), [&](const TableColumn &known) { return known.header == name; });
        if (column != m_table.columns.end())
            return static_cast<std::size_t>(column - m_table.columns.begin());
        QStringList names;
        for (const TableColumn &known : m_table.columns)
            names.append(known.header);
        return Error{ErrorKind::invalid, DIMSUM_TEXT("The export profile “%1” asks for the field “%2”. There are: %3."),
                     {m_profile.name.toStdString(), name.toStdString(), names.join(QStringLiteral(", ")).toStdString()}};
    }

    Outcome parse(const QString &value, std::vector<Piece> &pieces) const
    {
        static const QHash<QString, Form> forms{{QStringLiteral("country2"), Form::country2}, {QStringLiteral("sha256"), Form::sha256},
                                                {QStringLiteral("label"), Form::label}};
        for (qsizetype at = 0; at < value.size();) {
            const qsizetype open = value.indexOf(u'{', at);
            const qsizetype close = open < 0 ? -1 : value.indexOf(u'}', open);
            if (close < 0) {
                pieces.push_back({.text = value.mid(at)});
                break;
            }
            if (open > at)
                pieces.push_back({.text = value.mid(at, open - at)});
            const QString inside = value.mid(open + 1, close - open - 1);
            const QString form = inside.section(u'|', 1);
            if (!form.isEmpty() && !forms.contains(form))
                return Error{ErrorKind::invalid, DIMSUM_TEXT("The export profile “%1” names the form “%2”. There are: country2, sha256, label."),
                             {m_profile.name.toStdString(), form.toStdString()}};
            const auto field = fieldOf(inside.section(u'|', 0, 0));
            if (!field)
                return field.error();
            pieces.push_back({.text = {}, .field = *field, .isField = true, .form = forms.value(form, Form::plain)});
            at = close + 1;
        }
        return Done{};
    }

    QString text(std::span<const Cell> row, std::size_t field) const
    {
        return cellText(row[field], m_table.columns[field].type, m_table.currency);
    }

    QString written(std::span<const Cell> row, const Plan &plan) const
    {
        QString whole;
        for (const Piece &piece : plan.pieces)
            whole += piece.isField ? formed(text(row, piece.field), piece.form) : piece.text;
        const auto word = plan.column->words.find(whole);
        if (word != plan.column->words.end())
            return *word;
        return plan.column->otherwise.value_or(whole);
    }

    const TableDocument &m_table;
    const ExportProfile &m_profile;
    std::vector<Plan> m_plans;
    std::vector<std::pair<std::size_t, QStringList>> m_only;
    std::vector<std::size_t> m_needs;
};

QHash<QString, QString> codesByCountry()
{
    QHash<QString, QString> codes;
    for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() == 2)
            codes.insert(QLocale::territoryToString(territory).toLower(), code);
    }
    // How people and CRMs write them.
    constexpr std::array<std::array<const char *, 2>, 12> more{{{"usa", "US"}, {"united states of america", "US"}, {"uk", "GB"}, {"great britain", "GB"},
                                                                {"england", "GB"}, {"czech republic", "CZ"}, {"south korea", "KR"}, {"korea", "KR"},
                                                                {"hong kong", "HK"}, {"macau", "MO"}, {"the netherlands", "NL"}, {"turkey", "TR"}}};
    for (const auto &[name, code] : more)
        codes.insert(QString::fromLatin1(name), QString::fromLatin1(code));
    return codes;
}

} // namespace

QString countryCode(const QString &name)
{
    static const QHash<QString, QString> codes = codesByCountry();
    return codes.value(name.trimmed().toLower(), name);
}

Result<TableDocument> shapedTable(const TableDocument &table, const ExportProfile &profile, ShapeCounts &counts)
{
    Shaper shaper(table, profile);
    if (const Outcome planned = shaper.plan(); !planned)
        return planned.error();
    auto rows = std::make_shared<std::vector<std::vector<Cell>>>();
    const Outcome read = table.rows([&](std::span<const Cell> row) {
        shaper.take(row, *rows, counts);
        return Outcome(Done{});
    });
    if (!read)
        return read.error();
    return TableDocument{.title = table.title,
                         .columns = shaper.columns(),
                         .currency = table.currency,
                         .rows = [rows](const RowSink &sink) -> Outcome {
                             for (const std::vector<Cell> &row : *rows) {
                                 if (const Outcome taken = sink(row); !taken)
                                     return taken;
                             }
                             return Done{};
                         },
                         .rowCount = counts.rows};
}

} // namespace dimsum

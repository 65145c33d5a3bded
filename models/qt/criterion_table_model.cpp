#include "qt/criterion_table_model.h"

#include "domain/fit.h"
#include "qt/display_text.h"
#include "qt/roles.h"

#include <QCoreApplication>
#include <QLocale>

namespace dimsum {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Criterion", text);
}

QString bound(double value)
{
    return QLocale().toString(value, 'f', value == static_cast<double>(static_cast<qint64>(value)) ? 0 : 2);
}

QString valueList(const Criterion &criterion)
{
    QStringList labels;
    for (const CriterionValue &value : criterion.values)
        labels << QString::fromStdString(value.label);
    return labels.join(QStringLiteral(", "));
}

} // namespace

QString fieldTitle(IcpField field, const std::string &customLabel)
{
    switch (field) {
    case IcpField::industry:
        return words(QT_TRANSLATE_NOOP("Criterion", "Industry"));
    case IcpField::country:
        return words(QT_TRANSLATE_NOOP("Criterion", "Country"));
    case IcpField::region:
        return words(QT_TRANSLATE_NOOP("Criterion", "Region"));
    case IcpField::employees:
        return words(QT_TRANSLATE_NOOP("Criterion", "Employees"));
    case IcpField::customers:
        return words(QT_TRANSLATE_NOOP("Criterion", "Customers"));
    case IcpField::annualRevenue:
        return words(QT_TRANSLATE_NOOP("Criterion", "Annual revenue"));
    case IcpField::technologies:
        return words(QT_TRANSLATE_NOOP("Criterion", "Technologies"));
    case IcpField::maturity:
        return words(QT_TRANSLATE_NOOP("Criterion", "Maturity"));
    case IcpField::budget:
        return words(QT_TRANSLATE_NOOP("Criterion", "Budget"));
    case IcpField::funding:
        return words(QT_TRANSLATE_NOOP("Criterion", "Funding"));
    case IcpField::acv:
        return words(QT_TRANSLATE_NOOP("Criterion", "ACV"));
    case IcpField::custom:
        break;
    }
    return QString::fromStdString(customLabel);
}

QString testTitle(CriterionTest test)
{
    switch (test) {
    case CriterionTest::oneOf:
        return words(QT_TRANSLATE_NOOP("Criterion", "is one of"));
    case CriterionTest::between:
        return words(QT_TRANSLATE_NOOP("Criterion", "is between"));
    case CriterionTest::hasAny:
        return words(QT_TRANSLATE_NOOP("Criterion", "has any of"));
    case CriterionTest::hasAll:
        return words(QT_TRANSLATE_NOOP("Criterion", "has all of"));
    case CriterionTest::known:
        return words(QT_TRANSLATE_NOOP("Criterion", "is known"));
    }
    return {};
}

QString criterionText(const Criterion &criterion)
{
    const QString field = fieldTitle(criterion.field, criterion.customLabel);
    if (criterion.test == CriterionTest::between) {
        if (criterion.min && criterion.max)
            return words(QT_TRANSLATE_NOOP("Criterion", "%1 from %2 to %3")).arg(field, bound(*criterion.min), bound(*criterion.max));
        if (criterion.min)
            return words(QT_TRANSLATE_NOOP("Criterion", "%1 from %2")).arg(field, bound(*criterion.min));
        return words(QT_TRANSLATE_NOOP("Criterion", "%1 up to %2")).arg(field, bound(criterion.max.value_or(0)));
    }
    if (criterion.test == CriterionTest::known)
        return field + u' ' + testTitle(criterion.test);
    return field + u' ' + testTitle(criterion.test) + u' ' + valueList(criterion);
}

CriterionTableModel::CriterionTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void CriterionTableModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_answers.clear();
    if (m_snapshot) {
        const IcpAnswers answers(m_snapshot->accounts, m_snapshot->icp, m_snapshot->settings.currency);
        m_answers.resize(answers.criteria());
        for (std::size_t i = 0; i < answers.criteria(); ++i) {
            for (std::size_t row = 0; row < m_snapshot->size(); ++row) {
                const Answer answer = answers.at(i, row);
                m_answers[i].yes += answer == Answer::yes;
                m_answers[i].no += answer == Answer::no;
                m_answers[i].unknown += answer == Answer::unknown;
            }
        }
    }
    endResetModel();
}

int CriterionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answers.size());
}

int CriterionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CriterionTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_snapshot)
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Criterion &criterion = m_snapshot->icp.criteria[row];
    const Answers &answers = m_answers[row];
    const auto share = [this](qint64 count) {
        const double all = static_cast<double>(std::max<std::size_t>(1, m_snapshot->size()));
        return tr("%1 · %2").arg(countText(count), percentText(static_cast<double>(count) / all));
    };
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Condition || index.column() == MustHave ? Qt::AlignLeft : Qt::AlignRight));
    if (role == ToneRole && index.column() == Unknown && answers.unknown > 0)
        return int(Tone::warn);
    if (role == TagRole && index.column() == MustHave && criterion.mustHave)
        return tr("must-have");
    if (role == TagToneRole)
        return int(Tone::bamboo);
    if (role == Qt::ToolTipRole && index.column() == Condition)
        return criterionText(criterion);
    if (role == Qt::EditRole && index.column() == Weight)
        return criterion.weight;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Condition:
        return criterionText(criterion);
    case Weight:
        return criterion.weight;
    case Yes:
        return share(answers.yes);
    case No:
        return share(answers.no);
    case Unknown:
        return share(answers.unknown);
    default:
        return {};
    }
}

Qt::ItemFlags CriterionTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Weight ? base | Qt::ItemIsEditable : base;
}

bool CriterionTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Weight)
        return false;
    bool ok = false;
    const int weight = value.toInt(&ok);
    if (!ok || weight < 1 || weight > 10)
        return false; // domain.md section 3
    if (weight != m_snapshot->icp.criteria[static_cast<std::size_t>(index.row())].weight)
        Q_EMIT weightWanted(index.row(), weight);
    return true;
}

QVariant CriterionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Condition || section == MustHave ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Condition:
        return tr("Criterion");
    case Weight:
        return tr("Weight");
    case MustHave:
        return tr("Must-have");
    case Yes:
        return tr("Yes");
    case No:
        return tr("No");
    case Unknown:
        return tr("Unknown");
    default:
        return {};
    }
}

} // namespace dimsum

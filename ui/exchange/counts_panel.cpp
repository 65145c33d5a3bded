#include "ui/exchange/counts_panel.h"

#include "qt/display_text.h"
#include "qt/roles.h"
#include "qt/wording.h"
#include "ui/common/drawing.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/two_line_delegate.h"
#include "ui/exchange/import_words.h"

#include <QFormLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <array>

namespace dimsum {

namespace {

std::array<std::int64_t, 5> parts(const ImportReport &report)
{
    return {report.inserted, report.updated, report.unchanged, report.duplicate, report.rejected};
}

QColor partColor(std::size_t part, const Theme &theme)
{
    const std::array colors{theme.good, theme.bamboo, theme.line2, theme.text3, theme.red};
    return colors[part];
}

} // namespace

CountsBar::CountsBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Outcome of the rows"));
}

void CountsBar::setReport(const ImportReport &report)
{
    m_report = report;
    setAccessibleDescription(tr("%1 new, %2 updated, %3 unchanged, %4 duplicate, %5 rejected, %6 read")
                                 .arg(report.inserted)
                                 .arg(report.updated)
                                 .arg(report.unchanged)
                                 .arg(report.duplicate)
                                 .arg(report.rejected)
                                 .arg(report.read));
    update();
}

void CountsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.alt);
    if (m_report.read == 0)
        return;
    double x = 0;
    const auto counts = parts(m_report);
    for (std::size_t part = 0; part < counts.size(); ++part) {
        const double width = double(counts[part]) / double(m_report.read) * this->width();
        const QRectF box(x, 0, counts[part] > 0 ? std::max(width, 2.0) : 0, height());
        if (part == 3)
            paintHatch(&painter, box, partColor(part, theme), theme.base, 45);
        else
            painter.fillRect(box, partColor(part, theme));
        x += width;
    }
}

CountsPanel::CountsPanel(QWidget *parent) : QWidget(parent)
{
    m_title = new QLabel;
    m_title->setTextFormat(Qt::RichText);
    m_bar = new CountsBar;
    auto *form = new QFormLayout;
    form->setVerticalSpacing(2);
    const QStringList names{tr("New"), tr("Updated"), tr("Unchanged"), tr("Duplicate in the file"), tr("Rejected"), tr("Rows read")};
    for (const QString &name : names) {
        auto *count = new QLabel;
        count->setAlignment(Qt::AlignRight);
        form->addRow(name, count);
        m_counts << count;
    }
    m_counts.last()->setFont(Theme::of(this).font(TypeSize::text, true));
    m_problemsTitle = new QLabel;
    m_problemsTitle->setTextFormat(Qt::RichText);
    m_problems = new QStandardItemModel(this);
    m_list = new QListView;
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(m_problems);
    setUpList(m_list);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_bar);
    column->addLayout(form);
    column->addWidget(m_problemsTitle);
    column->addWidget(m_list, 1);
}

void CountsPanel::setReport(const QString &title, const ImportReport *report)
{
    m_title->setText(title);
    m_bar->setVisible(report != nullptr);
    m_problems->clear();
    m_problemsTitle->clear();
    m_list->setVisible(report != nullptr);
    if (report == nullptr) {
        for (QLabel *count : std::as_const(m_counts))
            count->setText(QStringLiteral("–"));
        return;
    }
    m_bar->setReport(*report);
    const auto counts = parts(*report);
    for (std::size_t part = 0; part < counts.size(); ++part)
        m_counts[static_cast<qsizetype>(part)]->setText(countText(counts[part]));
    m_counts.last()->setText(countText(report->read));
    showProblems(*report);
}

void CountsPanel::showProblems(const ImportReport &report)
{
    qint64 rejected = 0, warned = 0;
    for (const ImportProblem &problem : report.problems) {
        (problem.rejected ? rejected : warned) += problem.rows;
        Error error = problem.error;
        error.line = 0; // the second line names all of them
        error.file.clear();
        auto *item = new QStandardItem(errorText(error));
        item->setData(linesText(problem), SecondLineRole);
        item->setData(problem.rejected ? QStringLiteral("error") : QStringLiteral("late"), IconNameRole);
        item->setData(int(problem.rejected ? Tone::red : Tone::warn), ToneRole);
        item->setToolTip(errorText(error));
        m_problems->appendRow(item);
    }
    m_problemsTitle->setText(report.problems.empty() ? tr("<b>No problems</b>")
                                                     : tr("<b>Problems</b> %1 rejected, %2 with a warning").arg(countText(rejected), countText(warned)));
}

void CountsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.base);
    painter.fillRect(QRect(0, 0, 1, height()), theme.line2);
}

} // namespace dimsum

#include "ui/common/component_gallery.h"

#include "ui/common/chart_view.h"
#include "ui/common/chip.h"
#include "ui/common/drawing.h"
#include "ui/common/empty_state.h"
#include "ui/common/envelope_gauge.h"
#include "ui/common/fit_delegate.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/receipt_view.h"
#include "ui/common/segmented.h"
#include "ui/common/sparkline_delegate.h"
#include "ui/common/style.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"
#include "ui/common/tier_delegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <functional>

namespace dimsum {

namespace {

// A plain surface whose drawing reads the theme each time.
class Canvas : public QWidget
{
public:
    using Draw = std::function<void(QPainter &, const QRect &, const Theme &)>;
    Canvas(QSize size, Draw draw) : m_draw(std::move(draw)) { setFixedSize(size); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_draw(painter, rect(), Theme::of(this));
    }

private:
    Draw m_draw;
};

constexpr const char *toneProperty = "galleryTone";

void inkLabel(QLabel *label)
{
    const Theme &theme = Theme::of(label);
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.ink(static_cast<Tone>(label->property(toneProperty).toInt())));
    label->setPalette(palette);
}

QLabel *toned(const QString &text, TypeSize size, Tone tone, bool bold = false)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::of().font(size, bold));
    label->setProperty(toneProperty, static_cast<int>(tone));
    inkLabel(label);
    return label;
}

QHBoxLayout *row(QVBoxLayout *column, int spacing)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing);
    column->addLayout(line);
    return line;
}

// The control as it looks while the pointer or the keyboard is on it.
class PosedButton : public QPushButton
{
public:
    PosedButton(const QString &text, QStyle::State pose) : QPushButton(text), m_pose(pose) {}

protected:
    void initStyleOption(QStyleOptionButton *option) const override
    {
        QPushButton::initStyleOption(option);
        option->state |= m_pose;
    }

private:
    QStyle::State m_pose;
};

} // namespace

ComponentGallery::ComponentGallery(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setWindowTitle(tr("Component gallery"));
    m_column->setContentsMargins(18, 10, 18, 12);
    m_column->setSpacing(5);
    setMinimumWidth(720);
    auto *head = row(m_column, 8);
    head->addWidget(new Canvas({24, 26}, [](QPainter &painter, const QRect &, const Theme &theme) {
        paintIcon(&painter, QRectF(0, 1, 24, 24), QStringLiteral("steamer"), theme.bambooInk);
    }));
    head->addWidget(toned(tr("Dimsum, components"), TypeSize::title, Tone::plain));
    head->addStretch();
    head->addWidget(toned(tr("text 13, small 12, caption 11, section 15, title 19, figure 22"), TypeSize::small, Tone::secondary));
    addType();
    addColours();
    addTiers();
    addControls();
    addRows();
    addGauges();
    addMessages();
    addStates();
    addReceiptAndCharts();
    m_column->addStretch();
}

void ComponentGallery::addHead(const QString &text)
{
    m_column->addSpacing(3);
    m_column->addWidget(toned(text, TypeSize::small, Tone::secondary, true));
    auto *line = new Canvas({10, 1}, [](QPainter &painter, const QRect &rect, const Theme &theme) {
        painter.fillRect(rect, theme.bambooLine);
    });
    line->setMaximumWidth(QWIDGETSIZE_MAX);
    line->setMinimumWidth(0);
    m_column->addWidget(line);
}

void ComponentGallery::addType()
{
    addHead(tr("Type in three scripts"));
    auto *line = row(m_column, 14);
    // Samples of scripts, the same in every language of the program.
    const QStringList samples[] = {
        {QStringLiteral("Order slip"), QStringLiteral("Earliest delivery Wed 18 Mar"), QStringLiteral("Left of the envelope 123,060.00")},
        {QStringLiteral("點餐單"), QStringLiteral("最早交付 3月18日 週三"), QStringLiteral("預算餘額 123,060.00")},
        {QStringLiteral("Бланк заказа"), QStringLiteral("Срок поставки: ср, 18 марта"), QStringLiteral("Остаток бюджета: 123 060,00")}};
    for (const QStringList &sample : samples) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(toned(sample[0], TypeSize::title, Tone::plain));
        column->addWidget(toned(sample[1], TypeSize::text, Tone::plain));
        column->addWidget(toned(sample[2], TypeSize::small, Tone::secondary));
        line->addLayout(column, 1);
    }
}

void ComponentGallery::addColours()
{
    addHead(tr("Colours"));
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    m_column->addLayout(grid);
    const QList<QPair<QString, QColor Theme::*>> swatches{
        {tr("window"), &Theme::window}, {tr("base"), &Theme::base}, {tr("panel"), &Theme::panel},
        {tr("header"), &Theme::header}, {tr("line"), &Theme::line}, {tr("control"), &Theme::control},
        {tr("text"), &Theme::text}, {tr("text 2"), &Theme::text2}, {tr("text 3"), &Theme::text3},
        {tr("accent"), &Theme::accent}, {tr("accent tint"), &Theme::accentTint}, {tr("bamboo"), &Theme::bamboo},
        {tr("bamboo tint"), &Theme::bambooTint}, {tr("red"), &Theme::red}, {tr("warn"), &Theme::warn},
        {tr("fit"), &Theme::fit}, {tr("intent"), &Theme::intent}, {tr("engagement"), &Theme::engagement}};
    for (int i = 0; i < swatches.size(); ++i) {
        auto *swatch = new Canvas({70, 31}, [swatch = swatches[i]](QPainter &painter, const QRect &rect, const Theme &theme) {
            paintFrame(&painter, QRectF(0, 0, rect.width(), 17), theme.*swatch.second, theme.line2, 3);
            QFont font = theme.baseFont;
            font.setPixelSize(10);
            painter.setFont(font);
            painter.setPen(theme.text2);
            painter.drawText(rect.adjusted(0, 18, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, swatch.first);
        });
        grid->addWidget(swatch, i / 9, i % 9);
    }
}

void ComponentGallery::addTiers()
{
    addHead(tr("Tiers: shape, weight, digit, colour; steam marks a surge"));
    auto *line = row(m_column, 6);
    for (const int tier : {1, 2, 3, 0}) {
        auto *badge = new TierBadgeLabel;
        badge->setTier(tier);
        line->addWidget(badge);
        line->addWidget(toned(tierShortText(tier), TypeSize::small, Tone::plain));
        line->addSpacing(7);
    }
    auto *pinned = new TierBadgeLabel(nullptr, 20);
    pinned->setTier(1, true);
    line->addWidget(pinned);
    line->addWidget(toned(tr("pinned"), TypeSize::small, Tone::plain));
    line->addSpacing(7);
    for (const Tone tone : {Tone::intent, Tone::engagement}) {
        line->addWidget(new Canvas({17, 17}, [tone](QPainter &painter, const QRect &rect, const Theme &theme) {
            paintSteam(&painter, rect, tone, theme);
        }));
        line->addWidget(toned(tone == Tone::intent ? tr("intent") : tr("engagement"), TypeSize::small, Tone::plain));
    }
    line->addStretch();
}

void ComponentGallery::addControls()
{
    addHead(tr("Controls: normal, hover, pressed, focus, disabled"));
    auto *buttons = row(m_column, 8);
    buttons->addWidget(new QPushButton(tr("Open")));
    buttons->addWidget(new PosedButton(tr("Hover"), QStyle::State_MouseOver));
    buttons->addWidget(new PosedButton(tr("Pressed"), QStyle::State_Sunken));
    buttons->addWidget(new PosedButton(tr("Focus"), QStyle::State_HasFocus));
    auto *disabled = new QPushButton(tr("Disabled"));
    disabled->setEnabled(false);
    buttons->addWidget(disabled);
    buttons->addSpacing(2);
    auto *place = new QPushButton(themedIcon(QStringLiteral("check")), tr("Place order"));
    setLook(place, ButtonLook::primary);
    buttons->addWidget(place);
    auto *focused = new PosedButton(tr("Focus"), QStyle::State_HasFocus);
    setLook(focused, ButtonLook::primary);
    buttons->addWidget(focused);
    auto *segments = new Segmented;
    segments->addSegment(tr("Board"));
    segments->addSegment(tr("List"));
    buttons->addWidget(segments);
    buttons->addStretch();

    m_column->addSpacing(2);
    auto *inputs = row(m_column, 8);
    auto *combo = new QComboBox;
    combo->addItems({tr("W-shaped"), tr("Linear")});
    combo->setFixedWidth(108);
    inputs->addWidget(combo);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter"));
    filter->setFixedWidth(98);
    inputs->addWidget(filter);
    auto *wrong = new QLineEdit(QStringLiteral("48k"));
    wrong->addAction(themedIcon(QStringLiteral("alert"), Tone::red), QLineEdit::TrailingPosition);
    setInvalid(wrong, true);
    wrong->setFixedWidth(88);
    inputs->addWidget(wrong);
    auto *spin = new QSpinBox;
    spin->setRange(0, 100);
    spin->setValue(60);
    spin->setFixedWidth(66);
    inputs->addWidget(spin);
    for (const int kind : {0, 1, 2}) {
        auto *box = new QCheckBox;
        box->setChecked(kind == 0);
        box->setEnabled(kind != 2);
        inputs->addWidget(box);
    }
    auto *on = new QRadioButton, *off = new QRadioButton;
    on->setChecked(true);
    inputs->addWidget(on);
    inputs->addWidget(off);
    inputs->addWidget(new Chip(tr("Tier"), tr("is"), QStringLiteral("1")));
    inputs->addWidget(new Chip(Chip::Kind::add, tr("Filter")));
    inputs->addStretch();
}

void ComponentGallery::addRows()
{
    addHead(tr("Table rows"));
    auto *model = new QStandardItemModel(5, 6, this);
    struct Sample {
        const char *name;
        int tier, fit, fitMax, intent, engagement;
        bool surge, engaged;
        QList<double> line, columns;
        QString note;
    };
    const QList<Sample> samples{
        {"Union Pacific", 2, 79, 86, 74, 2, true, false, {20, 18, 20, 21, 19, 22, 21, 24, 22, 26, 40, 80}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}, tr("normal")},
        {"Illinois Tool Works", 2, 78, 83, 38, 62, false, false, {30, 44, 32, 31, 48, 30, 36, 40, 30, 34, 38, 34}, {9, 8, 7, 9, 6, 8, 5, 4, 7, 9, 8, 10}, tr("hover")},
        {"Cummins", 1, 88, 94, 82, 76, true, true, {24, 30, 26, 22, 28, 20, 30, 26, 40, 28, 42, 90}, {3, 2, 2, 5, 3, 7, 8, 6, 10, 12, 9, 16}, tr("selected: a bar and a tint")},
        {"Parker Hannifin", 1, 83, 88, 66, 46, false, false, {30, 44, 34, 30, 42, 31, 46, 44, 36, 50, 40, 46}, {9, 6, 7, 4, 5, 7, 3, 8, 4, 5, 6, 8}, tr("keyboard focus, not selected")},
        {"Ryder System", 3, 78, 82, 57, 12, false, false, {30, 33, 28, 34, 30, 44, 30, 48, 40, 36, 50, 34}, {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3}, tr("disabled: reason follows in text 2")}};
    for (int i = 0; i < samples.size(); ++i) {
        const Sample &sample = samples[i];
        const auto set = [&](int column, int role, const QVariant &value) { model->setData(model->index(i, column), value, role); };
        set(0, Qt::DisplayRole, QString::fromUtf8(sample.name));
        set(1, TierRole, sample.tier);
        set(2, Qt::DisplayRole, sample.fit);
        set(2, FitRole, QVariant::fromValue(FitRange{double(sample.fit), double(sample.fitMax), 70, {}}));
        set(3, Qt::DisplayRole, sample.intent);
        set(3, SeriesRole, QVariant::fromValue(sample.line));
        set(3, SurgeRole, sample.surge);
        set(4, Qt::DisplayRole, sample.engagement);
        set(4, SeriesRole, QVariant::fromValue(sample.columns));
        set(4, SurgeRole, sample.engaged);
        set(5, Qt::DisplayRole, sample.note);
        set(5, ToneRole, static_cast<int>(Tone::secondary));
        for (int column = 0; i == 4 && column < 6; ++column)
            model->item(i, column)->setEnabled(false);
    }
    auto *view = new QTableView;
    view->setModel(model);
    setUpTable(view, {.sortable = false});
    view->setItemDelegateForColumn(1, new TierDelegate(view));
    view->setItemDelegateForColumn(2, new FitDelegate(view));
    view->setItemDelegateForColumn(3, new SparklineDelegate(SparklineDelegate::Shape::intentLine, view));
    view->setItemDelegateForColumn(4, new SparklineDelegate(SparklineDelegate::Shape::engagementColumns, view));
    view->setFrameShape(QFrame::StyledPanel);
    view->horizontalHeader()->hide();
    view->setAccessibleName(tr("Rows in their states"));
    const int widths[] = {140, 40, 100, 122, 122};
    for (int column = 0; column < 5; ++column)
        view->setColumnWidth(column, widths[column]);
    view->setFixedHeight(5 * view->verticalHeader()->defaultSectionSize() + 2);
    view->selectRow(2);
    view->setProperty("dimsumHoverRow", 1);
    view->selectionModel()->setCurrentIndex(model->index(3, 0), QItemSelectionModel::NoUpdate);
    m_column->addWidget(view);
}

void ComponentGallery::addGauges()
{
    addHead(tr("Gauges: delivered solid, committed lighter, reserved hatched, this slip counter-hatched, limit as a tick"));
    auto *line = row(m_column, 12);
    const QPair<EnvelopeAmounts, QString> gauges[] = {
        {{Money{480'000}, Money{141'600}, Money{168'300}, Money{38'400}, Money{8'640}, 1}, tr("Tier 1 with a slip")},
        {{Money{185'000}, Money{71'200}, Money{48'900}, Money{12'650}, Money{0}, 2}, tr("Tier 2")},
        {{Money{60'000}, Money{31'000}, Money{26'000}, Money{6'000}, Money{0}, 3}, tr("Tier 3, 3,000 over")}};
    for (const auto &[amounts, words] : gauges) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        auto *gauge = new EnvelopeGauge;
        gauge->setEnvelope(amounts, words);
        column->addWidget(gauge);
        column->addWidget(toned(words, TypeSize::caption, gauge->left() < Money{0} ? Tone::red : Tone::secondary));
        line->addLayout(column, 1);
    }
}

void ComponentGallery::addMessages()
{
    addHead(tr("Messages stand beside their cause, never in a pop-up"));
    auto *grid = new QGridLayout;
    grid->setSpacing(7);
    m_column->addLayout(grid);
    using Kind = MessagePanel::Kind;
    grid->addWidget(new MessagePanel(Kind::red, tr("41 rows have no domain"), tr("Show")), 0, 0);
    grid->addWidget(new MessagePanel(Kind::warn, tr("Tier 2 needs $5,000 more"), tr("Why")), 0, 1);
    auto *job = new MessagePanel(Kind::neutral, tr("Scoring 12,408 accounts"), tr("Cancel"));
    job->setProgress(0.62);
    grid->addWidget(job, 1, 0);
    grid->addWidget(new MessagePanel(Kind::bamboo, tr("Changed by D. Okafor at 10:42"), tr("Compare")), 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void ComponentGallery::addStates()
{
    addHead(tr("Empty, no result, no permission, too few"));
    auto *line = row(m_column, 8);
    using Kind = EmptyState::Kind;
    EmptyState *states[] = {new EmptyState(Kind::empty, tr("No orders yet"), tr("Tick a play on the menu."), tr("Open menu")),
                            new EmptyState(Kind::filtered, tr("Nothing matches"), tr("Three filters are set."), tr("Clear all")),
                            new EmptyState(Kind::locked, tr("Marketing only"), tr("You can look at the policy, not apply it.")),
                            new EmptyState(Kind::tooFew, tr("Too few to tell"), tr("28 accounts, 30 needed in each group."))};
    for (EmptyState *state : states) {
        state->setFramed(true);
        state->setMinimumHeight(120);
        line->addWidget(state, 1);
    }
}

void ComponentGallery::addReceiptAndCharts()
{
    addHead(tr("Receipt and charts"));
    auto *line = row(m_column, 14);
    auto *receipt = new ReceiptView;
    receipt->setReceipt({tr("Priority 83.3"), tr("Full receipt"), 100,
                         {{Tone::fit, tr("Fit"), QStringLiteral("88"), tr("up to 94 if enriched"), QStringLiteral("× 0.3"), QStringLiteral("26.4"), 26.4},
                          {Tone::intent, tr("Intent"), QStringLiteral("82"), tr("surge, mean of 3 topics"), QStringLiteral("× 0.3"), QStringLiteral("24.6"), 24.6},
                          {Tone::engagement, tr("Engagement"), QStringLiteral("76"), tr("surge this week"), QStringLiteral("× 0.3"), QStringLiteral("22.8"), 22.8},
                          {Tone::tier3, tr("ACV rank"), QStringLiteral("95"), QStringLiteral("$182,000"), QStringLiteral("× 0.1"), QStringLiteral("9.5"), 9.5}},
                         {},
                         {{QStringLiteral("fit 88 ≥ 70")}, {QStringLiteral("intent 82 ≥ 60, surge")}, {QStringLiteral("ACV 182,000 ≥ 50,000")}, {QStringLiteral("4 points in 30 days < 5"), false}},
                         {}});
    line->addWidget(receipt, 1);
    auto *charts = new QVBoxLayout;
    charts->setSpacing(4);
    const QStringList weeks{QStringLiteral("Nov"), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, QStringLiteral("Feb")};
    WeeklyChart intent{WeeklyChart::Shape::line, Tone::intent, tr("Intent"), weeks,
                       {115, 128, 122, 100, 240, 180, 118, 102, 140, 108, 104, 132, 102, 130, 150, 262},
                       {125, 128, 130, 132, 130, 178, 180, 182, 184, 184, 183, 184, 184, 184, 186, 187},
                       {false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true}, {}};
    auto *upper = new ChartView;
    upper->setFixedHeight(92);
    upper->showWeekly(intent);
    upper->setSentence(tr("Intent over 16 weeks, 262 this week, above the surge line of 187."));
    charts->addWidget(upper);
    WeeklyChart engagement{WeeklyChart::Shape::columns, Tone::engagement, tr("Engagement"), weeks,
                           {7, 12, 3, 5, 2, 4, 3, 6, 10, 9, 7, 15, 8, 6, 14, 22},
                           {14, 13, 13, 12, 12, 12, 13, 13, 12, 13, 13, 14, 16, 14, 15, 15},
                           {false, false, false, false, false, false, false, false, false, false, false, true, false, false, false, true},
                           {6, 6, 6, 5, 5, 5, 6, 6, 6, 5, 5, 6, 6, 5, 5, 5}};
    auto *lower = new ChartView;
    lower->setFixedHeight(92);
    lower->showWeekly(engagement);
    charts->addWidget(lower);
    line->addLayout(charts, 1);
}

void ComponentGallery::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->property(toneProperty).isValid())
            inkLabel(label);
    }
    update();
}

void ComponentGallery::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).window);
}

} // namespace dimsum

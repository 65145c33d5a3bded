#include "ui/first_run/first_run_page.h"

#include "qt/roles.h"
#include "ui/common/drawing.h"
#include "ui/common/message_panel.h"
#include "ui/common/segmented.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/first_run/choice_button.h"
#include "ui/first_run/steamer_drawing.h"
#include "ui/settings/languages.h"
#include "ui/settings/preferences.h"
#include "ui/window/workspace_files.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr int choicesWidth = 586;
constexpr int sideWidth = 360;
constexpr int fileRole = Qt::UserRole + 1;

// Digit in a bamboo ring: one of the three steps.
class StepNumber : public QWidget
{
public:
    StepNumber(int number, QWidget *parent) : QWidget(parent), m_number(number) { setFixedSize(22, 22); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.bamboo, 1));
        painter.drawEllipse(QRectF(0.5, 0.5, 21, 21));
        painter.setPen(theme.bambooInk);
        painter.setFont(theme.font(TypeSize::small, true));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

// The pane at the right: base colour with a hairline at its left.
class SidePane : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.base);
        painter.fillRect(QRect(0, 0, 1, height()), theme.line2);
    }
};

// Where a list will stand: a dashed frame around the words.
class DashedLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::of(this).line2, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::controlRadius,
                                metric::controlRadius);
        painter.end();
        QLabel::paintEvent(event);
    }
};

void ink(QLabel *label, TypeSize size, bool bold, const QColor &color)
{
    label->setFont(Theme::of(label).font(size, bold));
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

FirstRunPage::FirstRunPage(WorkspaceFiles &files, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_files(files), m_preferences(preferences)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeChoices(), 1);
    row->addWidget(makeSide());
    connect(&preferences, &Preferences::recentFilesChanged, this, &FirstRunPage::fillRecent);
    connect(&files, &WorkspaceFiles::makingSampleChanged, this, [this](bool making) {
        m_sample->setEnabled(!making);
        m_progress->setVisible(making);
        m_progress->setProgress(making ? 0 : -1);
    });
    connect(&files, &WorkspaceFiles::sampleProgress, this, [this](qint64 done, qint64 total) {
        m_progress->setProgress(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
    });
    retranslate();
    fillRecent();
    setFocusProxy(m_sample);
}

QWidget *FirstRunPage::makeChoices()
{
    auto *pane = new QWidget(this);
    m_drawing = new SteamerDrawing(pane);
    m_title = new QLabel(pane);
    m_sentence = new QLabel(pane);
    m_dropHint = new QLabel(pane);
    m_sample = new ChoiceButton(QStringLiteral("steamer"), pane);
    m_accounts = new ChoiceButton(QStringLiteral("table"), pane);
    m_team = new ChoiceButton(QStringLiteral("server"), pane);
    m_workspace = new ChoiceButton(QStringLiteral("folder"), pane);
    m_progress = new MessagePanel(pane);
    m_progress->hide();
    m_sample->setPrimary(true);
    m_team->setEnabled(false);
    for (QLabel *label : {m_title, m_sentence, m_dropHint})
        label->setAlignment(Qt::AlignCenter);

    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(metric::pageMargin, metric::pageMargin, metric::pageMargin, metric::pageMargin);
    column->setSpacing(2);
    column->addStretch();
    column->addWidget(m_drawing, 10, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(16);
    for (QWidget *choice : QList<QWidget *>{m_sample, m_progress, m_accounts, m_team, m_workspace}) {
        auto *centred = new QHBoxLayout;
        choice->setMaximumWidth(choicesWidth);
        choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        centred->addStretch();
        centred->addWidget(choice, 1000);
        centred->addStretch();
        column->addLayout(centred);
    }
    column->addSpacing(10);
    column->addWidget(m_dropHint);
    column->addStretch();
    connect(m_sample, &ChoiceButton::clicked, this, [this] { m_files.openSample(); });
    connect(m_accounts, &ChoiceButton::clicked, this, &FirstRunPage::accountsRequested);
    connect(m_workspace, &ChoiceButton::clicked, this, &FirstRunPage::workspaceRequested);
    return pane;
}

QWidget *FirstRunPage::makeSide()
{
    auto *pane = new SidePane(this);
    pane->setFixedWidth(sideWidth);
    m_recentHead = new QLabel(pane);
    m_recentEmpty = new DashedLabel(pane);
    m_recentEmpty->setContentsMargins(14, 12, 14, 12);
    m_recentModel = new QStandardItemModel(this);
    m_recent = new QListView(pane);
    setUpList(m_recent);
    m_recent->setModel(m_recentModel);
    m_recentHead->setBuddy(m_recent);
    connect(m_recent, &QListView::activated, this,
            [this](const QModelIndex &index) { m_files.open(index.data(fileRole).toString()); });
    connect(m_recent, &QListView::clicked, this,
            [this](const QModelIndex &index) { m_files.open(index.data(fileRole).toString()); });

    m_languageLabel = new QLabel(pane);
    m_language = new QComboBox(pane);
    m_languageLabel->setBuddy(m_language);
    fillLanguages(m_language, m_preferences.language());
    connect(m_language, &QComboBox::activated, this,
            [this](int index) { m_preferences.setLanguage(m_language->itemData(index).toString()); });
    m_language->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_themeLabel = new QLabel(pane);
    m_theme = new Segmented(pane);
    m_theme->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int i = 0; i < 3; ++i)
        m_theme->addSegment(QString());
    m_theme->setCurrent(qMin(2, static_cast<int>(m_preferences.theme())));
    m_themeLabel->setBuddy(m_theme);
    connect(m_theme, &Segmented::currentChanged, this,
            [this](int index) { m_preferences.setTheme(static_cast<ThemeChoice>(index)); });
    connect(&m_preferences, &Preferences::themeChanged, this,
            [this] { m_theme->setCurrent(qMin(2, static_cast<int>(m_preferences.theme()))); });

    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_recentHead);
    column->addWidget(m_recentEmpty);
    column->addWidget(m_recent);
    column->addSpacing(14);
    column->addWidget(makeSteps(pane));
    column->addStretch();
    auto *choices = new QGridLayout;
    choices->setColumnMinimumWidth(0, 70);
    choices->setColumnStretch(1, 1);
    choices->setVerticalSpacing(12);
    choices->addWidget(m_languageLabel, 0, 0);
    choices->addWidget(m_language, 0, 1);
    choices->addWidget(m_themeLabel, 1, 0);
    choices->addWidget(m_theme, 1, 1);
    column->addLayout(choices);
    return pane;
}

QWidget *FirstRunPage::makeSteps(QWidget *parent)
{
    auto *steps = new QWidget(parent);
    auto *grid = new QGridLayout(steps);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    m_stepsHead = new QLabel(steps);
    grid->addWidget(m_stepsHead, 0, 0, 1, 2);
    grid->setRowMinimumHeight(1, 8);
    for (int i = 0; i < 3; ++i) {
        auto *title = new QLabel(steps);
        auto *text = new QLabel(steps);
        text->setWordWrap(true);
        grid->addWidget(new StepNumber(i + 1, steps), 2 + 3 * i, 0, 2, 1, Qt::AlignTop);
        grid->addWidget(title, 2 + 3 * i, 1);
        grid->addWidget(text, 3 + 3 * i, 1);
        grid->setRowMinimumHeight(4 + 3 * i, 11);
        m_stepTitles.append(title);
        m_stepTexts.append(text);
    }
    return steps;
}

void FirstRunPage::fillRecent()
{
    m_recentModel->clear();
    const QStringList files = m_preferences.recentFiles();
    for (const QString &file : files) {
        const QFileInfo info(file);
        auto *item = new QStandardItem(info.fileName());
        item->setData(file, fileRole);
        item->setData(info.exists() ? info.absolutePath() : tr("The file is not there any more."), SecondLineRole);
        item->setData(QStringLiteral("disk"), IconNameRole);
        item->setEnabled(info.exists());
        item->setEditable(false);
        item->setToolTip(file);
        m_recentModel->appendRow(item);
    }
    m_recentEmpty->setVisible(files.isEmpty());
    m_recent->setVisible(!files.isEmpty());
    const int rows = static_cast<int>(qMin<qsizetype>(files.size(), 5));
    m_recent->setFixedHeight(rows * qMax(metric::twoLineRow, m_recent->sizeHintForRow(0)) + 2);
}

void FirstRunPage::retranslate()
{
    m_title->setText(tr("Set the table"));
    m_sentence->setText(tr("A workspace holds your accounts, tiers, menus and orders.\n"
                           "Every change is kept at once and can be undone."));
    m_sample->setTexts(tr("Open the sample workspace"),
                       tr("Made-up companies in a running quarter, in a file that you can delete."));
    m_accounts->setTexts(tr("Start with my accounts…"),
                         tr("CSV or Excel from your CRM. You see a check before anything is written."));
    m_team->setTexts(tr("Connect to the team…"),
                     tr("Not in this version: a workspace is a file, not a PostgreSQL server."));
    m_workspace->setTexts(tr("Open a workspace file…"), tr("A .dimsum file from a colleague or a backup."));
    m_progress->setMessage(MessagePanel::Kind::neutral, tr("Making the sample workspace"));
    m_dropHint->setText(tr("or drop a file anywhere on this window"));
    m_recentHead->setText(tr("Recent workspaces"));
    m_recent->setAccessibleName(tr("Recent workspaces"));
    m_recentEmpty->setText(tr("None yet. They will be listed here."));
    m_stepsHead->setText(tr("Three steps to the first order"));
    const QString titles[] = {tr("Say what fits"), tr("Draw the tiers"), tr("Open the menu")};
    const QString texts[] = {tr("Pick criteria for the ideal customer, or take them from your best ones."),
                             tr("Set thresholds and places, watch the counts and the moves."),
                             tr("Approve the plays. Sales ticks, marketing cooks.")};
    for (int i = 0; i < 3; ++i) {
        m_stepTitles[i]->setText(titles[i]);
        m_stepTexts[i]->setText(texts[i]);
    }
    m_languageLabel->setText(tr("Language"));
    m_themeLabel->setText(tr("Theme"));
    m_theme->setText(0, tr("System"));
    m_theme->setText(1, tr("Light"));
    m_theme->setText(2, tr("Dark"));
    m_theme->setAccessibleName(tr("Theme"));

    const Theme &theme = Theme::of(this);
    ink(m_title, TypeSize::figure, true, theme.text);
    ink(m_sentence, TypeSize::text, false, theme.text2);
    ink(m_dropHint, TypeSize::small, false, theme.text3);
    ink(m_recentEmpty, TypeSize::small, false, theme.text3);
    for (QLabel *head : {m_recentHead, m_stepsHead})
        ink(head, TypeSize::text, true, theme.text);
    for (QLabel *text : std::as_const(m_stepTexts))
        ink(text, TypeSize::small, false, theme.text2);
    for (QLabel *label : {m_languageLabel, m_themeLabel})
        ink(label, TypeSize::small, false, theme.text2);
}

void FirstRunPage::changeEvent(QEvent *event)
{
    // Colours of the labels are of the theme; setting them changes palettes of children, never of this widget.
    if (m_theme && (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange))
        retranslate();
    QWidget::changeEvent(event);
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_drawing->setVisible(height() >= 640);
}

} // namespace dimsum

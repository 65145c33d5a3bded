#include "ui/settings/settings_page.h"

#include "service/snapshot.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/segmented.h"
#include "ui/common/theme.h"
#include "ui/settings/languages.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr int formWidth = 640;

QFormLayout *makeForm(Panel *panel)
{
    auto *content = new QWidget(panel);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    panel->addPadded(content);
    return form;
}

// A label whose buddy is the field, in the form's row.
QLabel *addRow(QFormLayout *form, QWidget *field)
{
    auto *label = new QLabel(form->parentWidget());
    label->setBuddy(field);
    label->setMinimumWidth(130);
    form->addRow(label, field);
    return label;
}

} // namespace

SettingsPage::SettingsPage(const PageContext &context, QWidget *parent)
    : Page(parent), m_preferences(context.preferences), m_header(new PageHeader(QString(), this)),
      m_look(new Panel(QString(), this)), m_person(new Panel(QString(), this)), m_workspace(new Panel(QString(), this)),
      m_theme(new Segmented), m_density(new Segmented), m_language(new QComboBox)
{
    auto *look = makeForm(m_look);
    for (int i = 0; i < 4; ++i)
        m_theme->addSegment(QString());
    for (int i = 0; i < 3; ++i)
        m_density->addSegment(QString());
    m_theme->setFixedWidth(420);
    m_density->setFixedWidth(420);
    m_language->setFixedWidth(260);
    fillLanguages(m_language, m_preferences.language());
    m_themeLabel = addRow(look, m_theme);
    m_densityLabel = addRow(look, m_density);
    m_languageLabel = addRow(look, m_language);

    auto *person = makeForm(m_person);
    m_whoHint = new QLabel(m_person);
    auto *who = new QLineEdit(m_person);
    who->setFixedWidth(260);
    m_whoLabel = addRow(person, who);
    person->addRow(QString(), m_whoHint);

    auto *workspace = makeForm(m_workspace);
    for (int i = 0; i < 4; ++i) {
        m_workspaceValues[i] = new QLabel(m_workspace);
        m_workspaceValues[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_workspaceLabels[i] = addRow(workspace, m_workspaceValues[i]);
    }

    auto *panels = new QVBoxLayout;
    panels->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, metric::pageMargin);
    panels->setSpacing(metric::panelGap);
    for (Panel *panel : {m_look, m_person, m_workspace}) {
        panel->setMaximumWidth(formWidth);
        panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        panels->addWidget(panel);
    }
    panels->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(panels, 1);

    connect(m_theme, &Segmented::currentChanged, this,
            [this](int index) { m_preferences.setTheme(static_cast<ThemeChoice>(index)); });
    connect(m_density, &Segmented::currentChanged, this,
            [this](int index) { m_preferences.setDensity(static_cast<RowSize>(index)); });
    connect(m_language, &QComboBox::activated, this,
            [this](int index) { m_preferences.setLanguage(m_language->itemData(index).toString()); });
    connect(who, &QLineEdit::editingFinished, this, [this] { m_preferences.setWho(m_who->text()); });
    connect(&m_preferences, &Preferences::themeChanged, this, &SettingsPage::readPreferences);
    connect(&m_preferences, &Preferences::densityChanged, this, &SettingsPage::readPreferences);
    connect(&m_preferences, &Preferences::whoChanged, this, &SettingsPage::readPreferences);
    m_who = who;
    retranslate();
    readPreferences();
    setFocusProxy(m_theme);
}

void SettingsPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_workspace->setVisible(m_snapshot != nullptr);
    if (!m_snapshot)
        return;
    const WorkspaceSettings &settings = m_snapshot->settings;
    m_workspaceValues[0]->setText(settings.name);
    m_workspaceValues[1]->setText(QDir::toNativeSeparators(m_snapshot->path));
    m_workspaceValues[2]->setText(QString::fromStdString(settings.currency.code));
    m_workspaceValues[3]->setText(QString::fromUtf8(settings.timeZone));
}

StatusTexts SettingsPage::statusTexts() const
{
    return {.left = {tr("Every change counts at once")}};
}

void SettingsPage::readPreferences()
{
    const QSignalBlocker quietTheme(m_theme);
    const QSignalBlocker quietDensity(m_density);
    m_theme->setCurrent(static_cast<int>(m_preferences.theme()));
    m_density->setCurrent(qMin(2, static_cast<int>(m_preferences.density())));
    m_who->setText(m_preferences.who());
}

void SettingsPage::retranslate()
{
    m_header->setTitle(tr("Settings"));
    m_header->setFacts(tr("of this program on this machine"));
    m_look->setTitle(tr("Look and language"));
    m_person->setTitle(tr("Who I am"));
    m_workspace->setTitle(tr("This workspace"));
    m_themeLabel->setText(tr("&Theme"));
    const QString themes[] = {tr("System"), tr("Light"), tr("Dark"), tr("High contrast")};
    for (int i = 0; i < 4; ++i)
        m_theme->setText(i, themes[i]);
    m_theme->setAccessibleName(tr("Theme"));
    m_densityLabel->setText(tr("&Rows"));
    const QString rows[] = {tr("Compact"), tr("Normal"), tr("Roomy")};
    for (int i = 0; i < 3; ++i)
        m_density->setText(i, rows[i]);
    m_density->setAccessibleName(tr("Rows"));
    m_languageLabel->setText(tr("&Language"));
    m_whoLabel->setText(tr("My &name"));
    m_whoHint->setText(tr("Stands in orders, pins and tier moves that you make."));
    const QString facts[] = {tr("Name"), tr("File"), tr("Currency"), tr("Time zone")};
    for (int i = 0; i < 4; ++i)
        m_workspaceLabels[i]->setText(facts[i]);
    m_whoHint->setFont(Theme::of(this).font(TypeSize::small));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (m_who && event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace dimsum

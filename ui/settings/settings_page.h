// Settings of this program on this machine: look, language, the name that stands in orders. Every change counts at
// once; there is nothing to save. GUI thread.
#pragma once

#include "ui/page.h"
#include "ui/page_context.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace dimsum {

class PageHeader;
class Panel;
class Segmented;

class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const PageContext &context, QWidget *parent = nullptr);

    QString id() const override { return page_id::settings; }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    StatusTexts statusTexts() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void readPreferences();
    void retranslate();

    Preferences &m_preferences;
    std::shared_ptr<const Snapshot> m_snapshot;
    PageHeader *m_header;
    Panel *m_look, *m_person, *m_workspace;
    QLabel *m_themeLabel, *m_densityLabel, *m_languageLabel, *m_whoLabel, *m_whoHint;
    QLabel *m_workspaceLabels[4], *m_workspaceValues[4];
    Segmented *m_theme, *m_density;
    QComboBox *m_language;
    QLineEdit *m_who = nullptr; // made last
};

} // namespace dimsum

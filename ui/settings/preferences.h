// What a person has set for this program on this machine, as the window and its pages see it. The application keeps
// it (app/settings.h); tests keep it in memory (tests/support/ui_fixture.h). GUI thread.
#pragma once

#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace dimsum {

class Preferences : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    RowSize density() const;
    void setDensity(RowSize density);
    // "en", "zh_TW", "ru"; empty follows the system.
    QString language() const;
    void setLanguage(const QString &language);
    // The name that stands in `by` of orders, pins and tier moves; the name of the system's user until set.
    QString who() const;
    void setWho(const QString &name);

    // Newest first, existing files or not, at most ten.
    QStringList recentFiles() const;
    void addRecentFile(const QString &file);
    void removeRecentFile(const QString &file);

    // State of the window and its pages: "window/geometry", "page/accounts". Unknown keys give an invalid variant.
    QVariant state(const QString &key) const { return value(QStringLiteral("state/") + key); }
    void setState(const QString &key, const QVariant &state) { setValue(QStringLiteral("state/") + key, state); }

    // The user's own keys of a command, in portable text; invalid if never changed.
    QVariant shortcuts(const QString &commandId) const { return value(QStringLiteral("shortcuts/") + commandId); }
    void setShortcuts(const QString &commandId, const QVariant &keys);

Q_SIGNALS:
    void themeChanged();
    void densityChanged();
    void languageChanged();
    void whoChanged();
    void recentFilesChanged();

protected:
    virtual QVariant value(const QString &key) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0; // an invalid variant removes the key
};

} // namespace dimsum

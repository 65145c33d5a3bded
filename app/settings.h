// Preferences kept in the settings file of the user's account (QSettings). Made once by the composition and passed
// in; nothing else opens a QSettings.
#pragma once

#include "ui/settings/preferences.h"

#include <QSettings>

namespace dimsum {

class Settings : public Preferences
{
    Q_OBJECT

public:
    explicit Settings(QObject *parent = nullptr);
    // Kept in `file` (ini) instead: for pictures and tests that must not touch the user's own.
    explicit Settings(const QString &file, QObject *parent = nullptr);

protected:
    QVariant value(const QString &key) const override;
    void setValue(const QString &key, const QVariant &value) override;

private:
    QSettings m_settings;
};

} // namespace dimsum

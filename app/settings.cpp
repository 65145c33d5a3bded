#include "app/settings.h"

namespace dimsum {

Settings::Settings(QObject *parent)
    : Preferences(parent), m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Dimsum"),
                                      QStringLiteral("dimsum"))
{
}

Settings::Settings(const QString &file, QObject *parent) : Preferences(parent), m_settings(file, QSettings::IniFormat)
{
}

QVariant Settings::value(const QString &key) const
{
    return m_settings.value(key);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (value.isValid())
        m_settings.setValue(key, value);
    else
        m_settings.remove(key);
}

} // namespace dimsum

// Preferences that live as long as the test.
#pragma once

#include "ui/settings/preferences.h"

#include <QHash>

namespace dimsum {

class MemoryPreferences : public Preferences
{
protected:
    QVariant value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value) override
    {
        if (value.isValid())
            m_values.insert(key, value);
        else
            m_values.remove(key);
    }

private:
    QHash<QString, QVariant> m_values;
};

} // namespace dimsum

#include "ui/settings/languages.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace dimsum {

QStringList availableLanguages()
{
    QStringList languages{QStringLiteral("en")};
    for (const QString &language : {QStringLiteral("zh_TW"), QStringLiteral("ru")}) {
        if (QFile::exists(QStringLiteral(":/i18n/dimsum_%1.qm").arg(language)))
            languages.append(language);
    }
    return languages;
}

QString languageName(const QString &language)
{
    if (language == QLatin1String("en"))
        return QStringLiteral("English");
    if (language == QLatin1String("zh_TW"))
        return QStringLiteral("繁體中文");
    if (language == QLatin1String("ru"))
        return QStringLiteral("Русский");
    return QLocale(language).nativeLanguageName();
}

void fillLanguages(QComboBox *combo, const QString &current)
{
    combo->clear();
    const QStringList languages = availableLanguages();
    // One language is no choice between the system's and another.
    if (languages.size() > 1)
        combo->addItem(QCoreApplication::translate("dimsum::Languages", "As the system"), QString());
    for (const QString &language : languages)
        combo->addItem(languageName(language), language);
    combo->setCurrentIndex(qMax(0, combo->findData(current)));
}

} // namespace dimsum

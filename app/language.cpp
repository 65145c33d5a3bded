#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace dimsum {

Language::~Language()
{
    takeOut(m_dimsum);
    takeOut(m_qt);
}

void Language::use(const QString &language)
{
    takeOut(m_dimsum);
    takeOut(m_qt);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    install(m_dimsum, locale, QStringLiteral("dimsum"), QStringLiteral(":/i18n"));
    // English is in the program but for its plurals. An untranslated language gets them, too, and none of Qt's words:
    // half a translated dialog is worse than an English one.
    if (!m_dimsum)
        install(m_dimsum, QLocale(QLocale::English), QStringLiteral("dimsum"), QStringLiteral(":/i18n"));
    else if (locale.language() != QLocale::English)
        install(m_qt, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

void Language::install(std::unique_ptr<QTranslator> &translator, const QLocale &locale, const QString &name,
                       const QString &folder)
{
    auto loaded = std::make_unique<QTranslator>();
    if (!loaded->load(locale, name, QStringLiteral("_"), folder))
        return;
    QCoreApplication::installTranslator(loaded.get());
    translator = std::move(loaded);
}

void Language::takeOut(std::unique_ptr<QTranslator> &translator)
{
    if (translator)
        QCoreApplication::removeTranslator(translator.get());
    translator.reset();
}

} // namespace dimsum

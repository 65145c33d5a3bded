// The language of the program: installs the translations of Dimsum and of Qt, and takes the former ones out.
#pragma once

#include <QString>
#include <QTranslator>

#include <memory>

namespace dimsum {

class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    // "en", "zh_TW", "ru"; empty: that of the system. Also sets the default locale of numbers and dates. Widgets get
    // QEvent::LanguageChange from Qt.
    void use(const QString &language);

private:
    void install(std::unique_ptr<QTranslator> &translator, const QLocale &locale, const QString &name,
                 const QString &folder);
    void takeOut(std::unique_ptr<QTranslator> &translator);

    std::unique_ptr<QTranslator> m_qt;
    std::unique_ptr<QTranslator> m_dimsum;
};

} // namespace dimsum

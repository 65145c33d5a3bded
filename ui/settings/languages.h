// The languages that this build can speak: English, and those whose translations are compiled in.
#pragma once

#include <QString>
#include <QStringList>

class QComboBox;

namespace dimsum {

QStringList availableLanguages(); // "en", "zh_TW", "ru"
// In its own words: "English", "繁體中文", "Русский".
QString languageName(const QString &language);
// "As the system" (empty) and the available ones, each in its own words; `current` is chosen.
void fillLanguages(QComboBox *combo, const QString &current);

} // namespace dimsum

#include "ui/settings/preferences.h"

#include <QFileInfo>

namespace dimsum {

namespace {

constexpr qsizetype mostRecentFiles = 10;

// Names, not numbers, are kept, so that a later order of the enumerators changes nothing.
template <class Choice, std::size_t Size>
Choice choiceOf(const QVariant &stored, const char *const (&names)[Size], Choice fallback)
{
    const QString name = stored.toString();
    for (std::size_t i = 0; i < Size; ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<Choice>(i);
    }
    return fallback;
}

constexpr const char *const themeNames[] = {"system", "light", "dark", "high-contrast"};
constexpr const char *const densityNames[] = {"compact", "normal", "roomy"};

} // namespace

ThemeChoice Preferences::theme() const
{
    return choiceOf(value(QStringLiteral("theme")), themeNames, ThemeChoice::system);
}

void Preferences::setTheme(ThemeChoice theme)
{
    if (theme == this->theme())
        return;
    setValue(QStringLiteral("theme"), QLatin1String(themeNames[static_cast<int>(theme)]));
    Q_EMIT themeChanged();
}

RowSize Preferences::density() const
{
    return choiceOf(value(QStringLiteral("density")), densityNames, RowSize::normal);
}

void Preferences::setDensity(RowSize density)
{
    if (density == this->density())
        return;
    setValue(QStringLiteral("density"), QLatin1String(densityNames[static_cast<int>(density)]));
    Q_EMIT densityChanged();
}

QString Preferences::language() const
{
    return value(QStringLiteral("language")).toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    setValue(QStringLiteral("language"), language);
    Q_EMIT languageChanged();
}

QString Preferences::who() const
{
    QString name = value(QStringLiteral("who")).toString().trimmed();
    if (name.isEmpty())
        name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = qEnvironmentVariable("USERNAME");
    return name.isEmpty() ? QStringLiteral("me") : name;
}

void Preferences::setWho(const QString &name)
{
    if (name.trimmed() == who())
        return;
    setValue(QStringLiteral("who"), name.trimmed());
    Q_EMIT whoChanged();
}

QStringList Preferences::recentFiles() const
{
    return value(QStringLiteral("recentFiles")).toStringList();
}

void Preferences::addRecentFile(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    setValue(QStringLiteral("recentFiles"), QStringList(files.mid(0, mostRecentFiles)));
    Q_EMIT recentFilesChanged();
}

void Preferences::removeRecentFile(const QString &file)
{
    QStringList files = recentFiles();
    if (files.removeAll(file) == 0)
        return;
    setValue(QStringLiteral("recentFiles"), files);
    Q_EMIT recentFilesChanged();
}

void Preferences::setShortcuts(const QString &commandId, const QVariant &keys)
{
    setValue(QStringLiteral("shortcuts/") + commandId, keys);
}

} // namespace dimsum

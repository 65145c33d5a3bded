#include "app/window.h"

#include "app/composition.h"
#include "app/settings.h"
#include "ui/common/icon.h"

#include <QApplication>

namespace dimsum {

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
           || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int runWindow(const QStringList &files)
{
    QApplication::setDesktopFileName(QStringLiteral("dimsum"));
    Settings settings;
    SystemPrompts prompts;
    Composition program(settings, prompts);
    QApplication::setWindowIcon(themedIcon(QStringLiteral("app")));
    program.window().show();
    for (const QString &file : files)
        program.window().openFile(file);
    if (files.isEmpty())
        program.files().reopenLast();
    return QApplication::exec();
}

} // namespace dimsum

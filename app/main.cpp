// Decides between the window and the command line; everything else lives below.
#include "app/cli/command_line.h"
#include "app/cli/interruption.h"
#include "app/cli/screenshot_command.h"
#include "app/language.h"
#include "app/logging.h"
#include "app/window.h"
#include "domain/all_cores.h"

#include <QApplication>

#include <cstdio>

namespace {

void describe()
{
    QCoreApplication::setApplicationName(QStringLiteral("dimsum"));
    QCoreApplication::setOrganizationName(QStringLiteral("Dimsum"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DIMSUM_VERSION));
}

int runCommand(int argc, char **argv, const QStringList &words)
{
    const dimsum::cli::Interruption interruption;
    std::unique_ptr<QCoreApplication> application;
    if (dimsum::cli::needsPictures(words)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        dimsum::cli::preparePictures(words);
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    dimsum::Language language;
    language.use(QString());
    return dimsum::cli::runCommandLine(words, interruption.token());
}

} // namespace

int main(int argc, char **argv)
{
    dimsum::ensureUtf8Locale();
    dimsum::installLogging();
    describe();
    // On a machine that others use, too; results do not depend on it.
    if (const int cores = qEnvironmentVariableIntValue("DIMSUM_CORES"); cores > 0)
        dimsum::limitCores(static_cast<std::size_t>(cores));

    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    if (dimsum::cli::isForCommandLine(words))
        return runCommand(argc, argv, words);

    if (!dimsum::hasDisplay()) {
        std::fputs("There is no display to open a window on. “dimsum --help” lists what works without one.\n", stderr);
        return 1;
    }
    const QApplication application(argc, argv);
    return dimsum::runWindow(QCoreApplication::arguments().mid(1));
}

#include "app/logging.h"

#include <QByteArray>
#include <QLoggingCategory>

#include <clocale>
#include <cstdio>
#include <cstring>

#include <langinfo.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace dimsum {

namespace {

void writeLine(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtDebugMsg || type == QtInfoMsg) {
        if (!qEnvironmentVariableIsSet("DIMSUM_DEBUG"))
            return;
    }
    const QByteArray bytes = message.toUtf8();
    std::fprintf(stderr, "dimsum: %s\n", bytes.constData());
}

} // namespace

void installLogging()
{
    qInstallMessageHandler(writeLine);
#ifdef NDEBUG
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

void ensureUtf8Locale()
{
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace dimsum

#include "app/cli/screenshot_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "app/composition.h"
#include "app/settings.h"
#include "service/snapshot.h"
#include "ui/common/component_gallery.h"
#include "ui/page.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTimer>

namespace dimsum::cli {

namespace {

constexpr int longestWaitMilliseconds = 120'000;
constexpr double smallestScale = 0.5, largestScale = 4;

// Pictures ask nobody.
class NoPrompts : public Prompts
{
public:
    QString fileToOpen(QWidget *, const QString &, const QStringList &) override { return {}; }
    QString fileToSave(QWidget *, const QString &, const QString &, const QStringList &, const QString &) override
    {
        return {};
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return false; }
    std::optional<QString> note(QWidget *, const QString &, const QString &, const QString &, const QString &) override { return std::nullopt; }
    std::optional<QString> textLine(QWidget *, const QString &, const QString &, const QString &) override
    {
        return std::nullopt;
    }
};

std::optional<QSize> parsedSize(const QString &text)
{
    const QStringList parts = text.toLower().split(u'x');
    bool wide = false, high = false;
    const int width = parts.value(0).toInt(&wide), height = parts.value(1).toInt(&high);
    if (parts.size() != 2 || !wide || !high || width < 960 || height < 640 || width > 8000 || height > 8000)
        return std::nullopt;
    return QSize(width, height);
}

// Turns the event loop until `settled` holds or the time or the person's patience is over.
bool waitUntil(const Console &console, const std::function<bool()> &settled)
{
    const QDeadlineTimer deadline(longestWaitMilliseconds);
    while (!settled()) {
        if (deadline.hasExpired() || console.cancelled())
            return false;
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

// The workspace beside itself, so that not a byte of the original changes: reading in WAL mode writes files, too.
Result<QString> copyOf(const QString &workspace, const QString &folder)
{
    const QFileInfo info(workspace);
    if (!info.isFile())
        return Error{ErrorKind::notFound, DIMSUM_TEXT("There is no workspace file %1. Check the name."),
                     {workspace.toStdString()}};
    const QString copy = folder + u'/' + info.fileName();
    if (!QFile::copy(workspace, copy))
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("The workspace %1 cannot be read. Check its permissions."),
                     {workspace.toStdString()}};
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    for (const QLatin1String ending : {QLatin1String("-wal"), QLatin1String("-journal")})
        if (QFileInfo::exists(workspace + ending))
            QFile::copy(workspace + ending, copy + ending);
    return copy;
}

Outcome openAndWait(Composition &program, Console &console, const QString &file)
{
    std::optional<Error> failure;
    const auto watch = QObject::connect(&program.session(), &WorkspaceSession::failed, &program.window(),
                                        [&failure](const Error &error) { failure = error; });
    program.files().open(file);
    const bool loaded = waitUntil(console, [&] { return failure || program.session().snapshot(); });
    QObject::disconnect(watch);
    if (failure)
        return *failure;
    if (!loaded)
        return Error{ErrorKind::cancelled, DIMSUM_TEXT("The workspace was not read in time; no picture was written.")};
    return Done{};
}

Outcome writePicture(const QImage &picture, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !picture.save(&out, "PNG") || !out.commit())
        return Error{ErrorKind::storage, DIMSUM_TEXT("The picture %1 cannot be written. Check the folder and the free space."),
                     {file.toStdString()}};
    return Done{};
}

QtMessageHandler inherited = nullptr;

// The offscreen platform tells of each small window that it cannot tell a window manager about it.
void dropPlatformNoise(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QLatin1String("This plugin does not support")) && inherited)
        inherited(type, context, message);
}

struct Wanted {
    QString page;
    QSize size{1440, 900};
    QString account;
    int tab = -1; // of the page, from 0; -1 = as it opens
};

// Shows the wanted page and waits for it. Errors: usage for a page that this build has not.
Outcome showPage(Composition &program, Console &console, const Wanted &wanted)
{
    MainWindow &window = program.window();
    if (!window.page(wanted.page))
        return Error{ErrorKind::usage, DIMSUM_TEXT("There is no page %1 in this version."), {wanted.page.toStdString()}};
    AccountId account;
    if (!wanted.account.isEmpty()) {
        const auto snapshot = program.session().snapshot();
        const std::string key = wanted.account.toStdString();
        for (std::size_t row = 0; row < snapshot->size() && !account.valid(); ++row) {
            if (snapshot->accounts.domain.at(row) == key)
                account = snapshot->accounts.id[row];
        }
        if (!account.valid())
            return Error{ErrorKind::notFound, DIMSUM_TEXT("There is no account with the domain %1."), {key}};
    }
    Place place{wanted.page, account};
    if (wanted.tab >= 0)
        place.detail.insert(QStringLiteral("tab"), wanted.tab);
    window.open(place);
    int calm = 0;
    const bool settled = waitUntil(console, [&] { return (calm = window.settled() ? calm + 1 : 0) > 5; });
    if (!settled)
        return Error{ErrorKind::cancelled, DIMSUM_TEXT("The page did not come to rest; no picture was written.")};
    return Done{};
}

} // namespace

CommandSpec ScreenshotCommand::spec() const
{
    return {.name = QStringLiteral("screenshot"),
            .summary = CommandLine::tr("render a page of the window to a picture, without a display"),
            .details = CommandLine::tr("The workspace stays as it is. Pages: today, accounts, icp, tiering, menu, orders, insights, roi, exchange, "
                          "settings, first-run, components."),
            .arguments = {workspaceArgument()},
            .options = {{.name = QStringLiteral("page"), .value = QStringLiteral("P"), .help = CommandLine::tr("the page"),
                         .kind = OptionKind::choice,
                         .choices = {QStringLiteral("today"), QStringLiteral("accounts"), QStringLiteral("icp"),
                                     QStringLiteral("tiering"), QStringLiteral("menu"), QStringLiteral("orders"),
                                     QStringLiteral("insights"), QStringLiteral("roi"), QStringLiteral("exchange"), QStringLiteral("settings"),
                                     QStringLiteral("first-run"), QStringLiteral("components")},
                         .needed = true},
                        {.name = QStringLiteral("out"), .value = QStringLiteral("FILE.png"),
                         .help = CommandLine::tr("where the picture goes"), .needed = true},
                        {.name = QStringLiteral("size"), .value = QStringLiteral("WxH"),
                         .help = CommandLine::tr("size of the window, 960x640 to 8000x8000 (1440x900)")},
                        {.name = QStringLiteral("scale"), .value = QStringLiteral("F"),
                         .help = CommandLine::tr("pixels per unit, 0.5 to 4 (1)")},
                        {.name = QStringLiteral("theme"), .value = QStringLiteral("light|dark"), .help = CommandLine::tr("the look"),
                         .kind = OptionKind::choice, .choices = {QStringLiteral("light"), QStringLiteral("dark")}},
                        {.name = QStringLiteral("language"), .value = QStringLiteral("L"),
                         .help = CommandLine::tr("en, zh_TW or ru")},
                        {.name = QStringLiteral("account"), .value = QStringLiteral("DOMAIN"),
                         .help = CommandLine::tr("the account that the page shows")},
                        {.name = QStringLiteral("tab"), .value = QStringLiteral("N"),
                         .help = CommandLine::tr("the tab of the page, from 1")}}};
}

Result<Reply> ScreenshotCommand::run(const Call &call, Console &console)
{
    Wanted wanted{.page = call.text(QStringLiteral("page")), .account = call.text(QStringLiteral("account"))};
    const QString out = call.text(QStringLiteral("out"));
    if (call.has(QStringLiteral("size"))) {
        const auto size = parsedSize(call.text(QStringLiteral("size")));
        if (!size)
            return Error{ErrorKind::usage, DIMSUM_TEXT("--size is WIDTHxHEIGHT, 960x640 to 8000x8000, not %1."),
                         {call.text(QStringLiteral("size")).toStdString()}};
        wanted.size = *size;
    }
    if (call.has(QStringLiteral("scale"))) {
        bool number = false;
        const double scale = call.text(QStringLiteral("scale")).toDouble(&number);
        if (!number || scale < smallestScale || scale > largestScale)
            return Error{ErrorKind::usage, DIMSUM_TEXT("--scale is a number from 0.5 to 4, not %1."),
                         {call.text(QStringLiteral("scale")).toStdString()}};
    }
    if (call.has(QStringLiteral("tab"))) {
        bool number = false;
        wanted.tab = call.text(QStringLiteral("tab")).toInt(&number) - 1;
        if (!number || wanted.tab < 0)
            return Error{ErrorKind::usage, DIMSUM_TEXT("--tab is a number from 1, not %1."), {call.text(QStringLiteral("tab")).toStdString()}};
    }
    const QString language = call.has(QStringLiteral("language")) ? call.text(QStringLiteral("language"))
                                                                  : QStringLiteral("en");
    if (language != QLatin1String("en") && language != QLatin1String("zh_TW") && language != QLatin1String("ru"))
        return Error{ErrorKind::usage, DIMSUM_TEXT("--language is en, zh_TW or ru, not %1."), {language.toStdString()}};

    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{ErrorKind::storage, DIMSUM_TEXT("No temporary folder can be made. Check the free space.")};
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    settings.setTheme(call.text(QStringLiteral("theme")) == QLatin1String("dark") ? ThemeChoice::dark
                                                                                    : ThemeChoice::light);
    settings.setLanguage(language);
    NoPrompts prompts;
    Composition program(settings, prompts);
    QWidget *shown = &program.window();
    std::unique_ptr<ComponentGallery> gallery;

    if (wanted.page == QLatin1String("components")) {
        gallery = std::make_unique<ComponentGallery>();
        shown = gallery.get();
    }
    shown->resize(wanted.size);
    shown->show();
    const bool needsWorkspace = !gallery && wanted.page != QLatin1String("first-run");
    if (needsWorkspace) {
        const auto copy = copyOf(call.argument(QStringLiteral("WS")), folder.path());
        if (!copy)
            return copy.error();
        if (const Outcome opened = openAndWait(program, console, *copy); !opened.ok()) {
            Error error = opened.error();
            for (std::string &argument : error.arguments) {
                if (argument == copy->toStdString())
                    argument = call.argument(QStringLiteral("WS")).toStdString();
            }
            if (error.file == copy->toStdString())
                error.file = call.argument(QStringLiteral("WS")).toStdString();
            return error;
        }
        if (const Outcome ready = showPage(program, console, wanted); !ready.ok())
            return ready.error();
    }
    int turns = 0;
    waitUntil(console, [&turns] { return ++turns > 5; });
    const QImage picture = shown->grab().toImage();
    if (const Outcome written = writePicture(picture, out); !written.ok())
        return written.error();
    return Reply{.json = jsonLine({{QStringLiteral("file"), out},
                                   {QStringLiteral("page"), wanted.page},
                                   {QStringLiteral("width"), picture.width()},
                                   {QStringLiteral("height"), picture.height()}}),
                 .text = CommandLine::tr("%1: %2 x %3 pixels")
                             .arg(out)
                             .arg(picture.width())
                             .arg(picture.height())};
}

void preparePictures(const QStringList &words)
{
    inherited = qInstallMessageHandler(dropPlatformNoise);
    // Without a session there is no such folder, and Qt would say so on standard error for each picture.
    static const QTemporaryDir folder;
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
    QString scale;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--scale"))
            scale = words.value(i + 1);
        else if (words[i].startsWith(QLatin1String("--scale=")))
            scale = words[i].mid(8);
    }
    bool number = false;
    const double factor = scale.toDouble(&number);
    if (number && factor >= smallestScale && factor <= largestScale)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(factor));
}

} // namespace dimsum::cli

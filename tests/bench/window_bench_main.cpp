// Measures the window itself, painted (offscreen, 1440 x 900), as a person at it waits for it:
//   dimsum_window_bench WORKSPACE.dimsum [STEPS [table [TEXT] | slider [LOW HIGH]]]     open, sort, filter, scroll, slide, or
//                                       one half of it, with such a text typed STEPS times or between such thresholds; memory
//   dimsum_window_bench WORKSPACE.dimsum start       says "painted" once the first page of the workspace is painted
// Prints one line per row: its name, then the times of its runs in milliseconds; memory in MB.
#include "app/composition.h"
#include "app/settings.h"
#include "bench/bench_tools.h"
#include "service/snapshot.h"
#include "ui/accounts/accounts_page.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/prompts.h"
#include "ui/common/search_field.h"
#include "ui/common/slider_spin.h"
#include "ui/tiering/tiering_page.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace dimsum;
using namespace dimsum::bench;

namespace {

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Tells when a widget was painted last.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool painted = false;
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

// Turns the event loop, which sleeps between events as it does in the program; false after two minutes.
bool turnUntil(const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    QTimer alarm; // nothing may come any more
    alarm.start(1000);
    while (!holds()) {
        if (timer.elapsed() > 120'000)
            return false;
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

// Everything is painted and nothing more waits to be.
void paintAll(QWidget &window)
{
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    window.repaint();
}

FrozenTableView *accountTable(MainWindow &window)
{
    return window.page(page_id::accounts)->findChild<FrozenTableView *>();
}

// From the wish to open it to the sorted table on the screen.
bool benchOpening(Composition &program, const QString &file)
{
    MainWindow &window = program.window();
    QElapsedTimer timer;
    timer.start();
    program.files().open(file);
    if (!turnUntil([&] { return program.session().snapshot() != nullptr; }))
        return false;
    print("snapshot_there", {since(timer)});
    window.open(Place{page_id::accounts});
    FrozenTableView *table = accountTable(window);
    PaintWatch watch(table->viewport());
    const bool painted = turnUntil([&] {
        if (table->model()->rowCount() == 0)
            watch.painted = false;
        return watch.painted;
    });
    print("open_to_painted_table", {since(timer)});
    return painted;
}

void benchTyping(AccountsPage *page, FrozenTableView *table, const QString &text)
{
    QList<double> strokes, settled; // the rows are on the screen; the dock has the account that is the first one now, too
    auto *field = page->findChild<SearchField *>();
    PaintWatch watch(table->viewport());
    QString typed;
    for (const QChar letter : text) {
        watch.painted = false;
        QElapsedTimer timer;
        timer.start();
        field->setText(typed += letter);
        turnUntil([&] { return watch.painted; });
        strokes << since(timer);
        turnUntil([&] { return page->settled(); });
        settled << since(timer);
    }
    print("keystroke_painted", strokes);
    print("keystroke_settled", settled);
    field->clear();
    turnUntil([&] { return page->settled(); });
}

void benchTable(Composition &program, int steps, const QString &text)
{
    MainWindow &window = program.window();
    auto *page = static_cast<AccountsPage *>(window.page(page_id::accounts));
    FrozenTableView *table = accountTable(window);
    QList<double> frames;
    QScrollBar *bar = table->verticalScrollBar();
    for (int step = 0; step < steps * 5; ++step) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + (step % 3 == 0 ? bar->pageStep() : bar->singleStep()));
        table->viewport()->repaint();
        table->frozenView()->viewport()->repaint();
        frames << since(timer);
    }
    print("scroll_frame", frames);
    bar->setValue(0);

    QList<double> sorts;
    for (const int column : {int{AccountTableModel::Domain}, int{AccountTableModel::Fit}, int{AccountTableModel::Acv}, int{AccountTableModel::Priority}}) {
        QElapsedTimer timer;
        timer.start();
        table->sortByColumn(column, Qt::DescendingOrder);
        turnUntil([&] { return page->settled(); });
        table->viewport()->repaint();
        sorts << since(timer);
    }
    print("sort_painted", sorts);

    for (int times = 0; times < (text.isEmpty() ? 1 : steps); ++times)
        benchTyping(page, table, text.isEmpty() ? QStringLiteral("precision") : text);
}

// A threshold under the mouse: from the slider's step to the counts, the money, the moves and the chart on the screen.
void benchSlider(Composition &program, int steps, int low, int high)
{
    MainWindow &window = program.window();
    window.open(Place{page_id::tiering});
    auto *page = static_cast<TieringPage *>(window.page(page_id::tiering));
    turnUntil([&] { return page->preview() && page->settled(); });
    paintAll(window);
    for (QSpinBox *places : page->findChildren<QSpinBox *>()) { // as many as compete for them
        if (const qsizetype tier = QStringList{QStringLiteral("Places in Tier 1"), QStringLiteral("Places in Tier 2")}.indexOf(places->accessibleName()); tier >= 0)
            places->setValue(tier == 0 ? 2'000 : 20'000);
    }
    turnUntil([&] { return page->settled(); });
    const QList<SliderSpin *> sliders = page->findChildren<SliderSpin *>();
    const auto fit = std::find_if(sliders.begin(), sliders.end(), [](SliderSpin *spin) {
        return spin->slider()->maximum() > 0 && spin->spinBox()->maximum() == 100 && spin->isVisible();
    });
    if (fit == sliders.end())
        return;
    QList<double> moves, tiers;
    for (int step = 0; step < steps; ++step) {
        QElapsedTimer timer;
        timer.start();
        (*fit)->setValue(low + step % (high - low + 1));
        turnUntil([&] { return page->preview()->policy == page->draft() && page->settled(); });
        QApplication::sendPostedEvents();
        QApplication::processEvents();
        moves << since(timer);
        tiers << page->preview()->milliseconds;
    }
    print("slider_painted", moves);
    print("slider_tiers_alone", tiers);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir folder;
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
    QApplication::setApplicationName(QStringLiteral("dimsum"));
    QApplication::setOrganizationName(QStringLiteral("Dimsum"));
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        out() << "dimsum_window_bench WORKSPACE.dimsum [STEPS [table [TEXT] | slider [LOW HIGH]] | start]" << Qt::endl;
        return 2;
    }
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    SystemPrompts prompts;
    Composition program(settings, prompts);
    MainWindow &window = program.window();
    window.resize(1440, 900);
    window.show();
    if (arguments.value(2) == QLatin1String("start")) {
        program.files().open(arguments[1]);
        PaintWatch watch(&window);
        const bool painted = turnUntil([&] { return program.session().snapshot() && window.currentPage() && watch.painted; });
        paintAll(window);
        out() << (painted ? "painted" : "failed") << Qt::endl;
        return painted ? 0 : 1;
    }
    const int steps = arguments.size() > 2 ? std::max(1, arguments[2].toInt()) : 40;
    turnUntil([&, turns = 0]() mutable { return ++turns > 5; });
    if (!benchOpening(program, arguments[1])) {
        out() << "The workspace was not painted in time." << Qt::endl;
        return 1;
    }
    print("window_mb", {residentMegabytes("VmRSS:")});
    const QString half = arguments.value(3);
    if (half != QLatin1String("slider"))
        benchTable(program, steps, arguments.value(4));
    if (half != QLatin1String("table"))
        benchSlider(program, steps, arguments.size() > 5 ? arguments[4].toInt() : 50, arguments.size() > 5 ? arguments[5].toInt() : 89);
    print("window_mb_after", {residentMegabytes("VmRSS:")});
    window.close();
    return 0;
}

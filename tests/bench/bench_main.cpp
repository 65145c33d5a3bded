// Measures what a person waits for, in one process, on a workspace that holds accounts and activities already:
//   dimsum_bench WORKSPACE.dimsum [RUNS] [AS-OF] [worth | delta FILE.csv]
// With "worth" what the ROI page computes, on a workspace that has opportunities, too. With "delta" one day's activities as
// the window takes them: imported, scored, tiered; the file is imported once.
// Prints one line per row: its name, then the times of its runs in milliseconds; memory in MB at the end.
#include "bench/bench_tools.h"
#include "domain/tier_policy.h"
#include "qt/account_table_model.h"
#include "service/importing_service.h"
#include "service/ordering_service.h"
#include "service/quarter_planner.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"
#include "service/worth_board.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThreadPool>

#include <algorithm>
#include <functional>
#include <utility>

using namespace dimsum;
using namespace dimsum::bench;

namespace {

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void benchTable(const std::shared_ptr<const Snapshot> &snapshot, int runs)
{
    AccountTableModel model;
    model.setSnapshot(snapshot);
    QList<double> sorts;
    for (int run = 0; run < runs; ++run)
        for (int column = 0; column < AccountTableModel::ColumnCount; ++column)
            sorts << timed([&] { model.sort(column, run % 2 ? Qt::AscendingOrder : Qt::DescendingOrder); });
    print("sort_by_any_column", sorts);

    model.sort(AccountTableModel::Priority, Qt::DescendingOrder);
    QList<double> strokes;
    for (int run = 0; run < runs; ++run) {
        QString typed;
        for (const QChar letter : QStringLiteral("precision")) {
            AccountQuery query;
            query.text = typed += letter;
            strokes << timed([&] { model.setQuery(query); });
        }
    }
    print("filter_keystroke", strokes);
    model.setQuery({});
}

// A threshold moves step by step, as under a dragged slider.
void benchSlider(const Snapshot &snapshot, int runs)
{
    TierPolicy draft = snapshot.policy;
    draft.capacity = {std::nullopt, 2'000, 20'000, 50'000};
    QList<double> moves;
    TieringPreview preview = previewTiers(snapshot, draft);
    for (int run = 0; run < runs * 10; ++run) {
        for (ScoreThreshold &threshold : draft.thresholds.fit)
            threshold.value = 50 + run % 40;
        moves << timed([&] { previewTiers(snapshot, draft, preview); });
    }
    print("threshold_moved", moves);
}

void benchRescore(Workspace &workspace, const Snapshot &snapshot, int runs)
{
    TierPolicy draft = snapshot.policy;
    // The first one reads the events of a large workspace; as on the page, the preview before keeps them.
    Result<TieringPreview> kept = previewTiers(snapshot, draft);
    QList<double> times;
    for (int run = 0; run <= runs; ++run) {
        draft.engagement.halfLifeDays = 31 + run; // every score has to be computed again
        times << timed([&] { kept = previewPolicy(workspace, snapshot, draft); });
    }
    print("rescore_first", {times.takeFirst()});
    print("rescore_and_retier", times);
}

void benchOrders(Workspace &workspace, const Snapshot &snapshot)
{
    constexpr int slips = 200;
    QList<double> times;
    for (std::uint32_t row = 0; row < snapshot.size() && times.size() < slips; ++row) {
        const int tier = static_cast<int>(snapshot.tiers[row]);
        for (const Play &play : snapshot.menu.menu.plays) {
            const bool orderable = std::find(play.tiers.begin(), play.tiers.end(), tier) != play.tiers.end()
                                   && play.status == PlayStatus::approved && play.inputs.empty();
            if (!orderable)
                continue;
            OrderRequest request;
            request.account = std::string(snapshot.accounts.domain.at(row));
            request.lines = {{play.code, {}}};
            request.by = "bench";
            request.overrideReason = "bench";
            times << timed([&] { static_cast<void>(placeSlip(workspace, request)); });
            break;
        }
    }
    print("tick_to_durable_order", times);
}

// Cost, attribution, return: the models alone on loaded columns, then everything the page shows, then a plan.
int benchWorth(Workspace &workspace, const std::shared_ptr<const Snapshot> &snapshot, int runs)
{
    const auto events = allEvents(workspace, *snapshot->world);
    const auto inputs = loadWorthInputs(workspace, snapshot->rowOf, snapshot->asOf);
    if (!events || !inputs) {
        out() << QString::fromStdString(plainText(events ? inputs.error() : events.error())) << Qt::endl;
        return 1;
    }
    QList<double> models, page, plan;
    std::int64_t deals = 0;
    for (int run = 0; run < runs; ++run) {
        models << timed([&] { deals = worthOf(**events, snapshot->policy, *inputs, snapshot->asOf).won.deals; });
        page << timed([&] { static_cast<void>(worthBoard(workspace, snapshot)); });
        plan << timed([&] { static_cast<void>(planQuarter(workspace, snapshot, {.goal = PlanGoal::engaged, .span = PlanSpan::next, .envelopes = {}, .plays = {}, .hours = {}})); });
    }
    print("nine_models_and_costs", models);
    print("roi_page", page);
    print("plan_of_a_quarter", plan);
    print("opportunities", {static_cast<double>((*events)->deals.size())});
    print("won_deals", {static_cast<double>(deals)});
    print("peak_mb", {residentMegabytes("VmHWM:")});
    return 0;
}

int benchDelta(Workspace &workspace, const std::shared_ptr<const Snapshot> &snapshot, const QString &file)
{
    QThreadPool::globalInstance()->waitForDone(); // what opening leaves to do: writing the scores of this day down
    std::optional<Error> failed;
    const double import = timed([&] {
        const auto report = importFile(workspace, {.kind = ImportKind::activities, .file = file});
        if (!report)
            failed = report.error();
    });
    std::shared_ptr<const Snapshot> after;
    const double tiers = timed([&] {
        auto loaded = loadSnapshot(workspace, snapshot->asOf, {}, snapshot);
        if (loaded)
            after = *loaded;
        else
            failed = loaded.error();
    });
    if (failed) {
        out() << QString::fromStdString(plainText(*failed)) << Qt::endl;
        return 1;
    }
    print("delta_import", {import});
    print("delta_scored_and_tiered", {tiers});
    print("delta_rows", {static_cast<double>(after->activities - snapshot->activities)});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2) {
        out() << "dimsum_bench WORKSPACE.dimsum [RUNS] [AS-OF] [worth | delta FILE.csv]" << Qt::endl;
        return 2;
    }
    const int runs = arguments.size() > 2 ? std::max(1, arguments[2].toInt()) : 3;
    const auto asOf = arguments.size() > 3 ? parseIsoDay(arguments[3].toStdString()).value_or(unknownDay) : unknownDay;

    std::unique_ptr<Workspace> workspace;
    std::shared_ptr<const Snapshot> snapshot;
    QList<double> opened;
    for (int run = 0; run < runs; ++run) {
        snapshot.reset();
        workspace.reset();
        std::optional<Error> failed;
        opened << timed([&] {
            auto open = Workspace::open(arguments[1]);
            if (!open) {
                failed = open.error();
                return;
            }
            workspace = std::move(*open);
            auto loaded = loadSnapshot(*workspace, asOf);
            if (!loaded) {
                failed = loaded.error();
                return;
            }
            snapshot = std::move(*loaded);
        });
        if (failed) {
            out() << QString::fromStdString(plainText(*failed)) << Qt::endl;
            return 1;
        }
    }
    if (arguments.value(4) == QStringLiteral("worth"))
        return benchWorth(*workspace, snapshot, runs);
    if (arguments.value(4) == QStringLiteral("delta"))
        return benchDelta(*workspace, snapshot, arguments.value(5));
    print("open_and_load", opened);
    const double resident = residentMegabytes("VmRSS:");
    benchTable(snapshot, runs);
    benchSlider(*snapshot, runs);
    benchRescore(*workspace, *snapshot, runs);
    benchOrders(*workspace, *snapshot);
    print("resident_mb", {resident});
    print("peak_mb", {residentMegabytes("VmHWM:")});
    return 0;
}

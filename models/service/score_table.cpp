#include "service/score_table.h"

#include "domain/all_cores.h"

#include "domain/reason.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <numeric>

namespace dimsum {

namespace {

// Pins that are in force on the day, in a form that two runs can compare.
QString pinsText(std::vector<StoredPin> pins, Day asOf)
{
    std::sort(pins.begin(), pins.end(),
              [](const StoredPin &a, const StoredPin &b) { return a.account < b.account; });
    QString text;
    for (const StoredPin &pin : pins) {
        if (asOf <= pin.until)
            text += QStringLiteral("%1:%2 ").arg(pin.account.value).arg(pin.tier);
    }
    return text;
}

QString pinsText(const ScoringInputs &inputs, Day asOf)
{
    std::vector<StoredPin> pins;
    for (const TierPin &pin : inputs.pins)
        pins.push_back({.account = inputs.accounts.id[pin.account],
                        .tier = static_cast<int>(pin.tier),
                        .until = pin.until,
                        .reason = {},
                        .by = {}});
    return pinsText(std::move(pins), asOf);
}

QString keptPins(const ScoreRun &run)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(run.extra))
        .object()
        .value(QLatin1String("pins"))
        .toString();
}

// For each row of the frame its place by account id.
std::vector<std::uint32_t> placesById(const std::vector<AccountId> &ids)
{
    std::vector<std::uint32_t> byId(ids.size());
    std::iota(byId.begin(), byId.end(), 0u);
    std::sort(byId.begin(), byId.end(), [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
    std::vector<std::uint32_t> places(ids.size());
    for (std::uint32_t place = 0; place < byId.size(); ++place)
        places[byId[place]] = place;
    return places;
}

Result<ScoreTable> scoredAfresh(Workspace &workspace, Day asOf, const Progress &progress)
{
    const auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    const Scoring scoring = scoringFor(*inputs, workspace.currency(), asOf);
    return ScoreTable{.run = scoreRunOf(workspace, *inputs, asOf),
                      .rows = storedScores(*inputs, scoring, workspace.currency())};
}

} // namespace

Scoring scoringFor(const ScoringInputs &inputs, const Currency &currency, Day asOf)
{
    Scoring scoring;
    scoring.scores = scoreAccounts(inputs.accounts, inputs.icp, inputs.events->intent, inputs.events->activities,
                                   inputs.events->deals, inputs.policy, currency, asOf);
    scoring.proposal = proposeTiers(inputs.accounts, scoring.scores, inputs.policy, inputs.pins, asOf);
    return scoring;
}

std::string enrichmentText(const EnrichmentNote &note)
{
    QJsonArray fields;
    for (const std::string &field : note.fields)
        fields.append(QString::fromStdString(field));
    const QJsonArray whole{static_cast<int>(note.tier), static_cast<int>(note.tierIfKnown), fields};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<EnrichmentNote> parseEnrichment(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    const QJsonArray whole =
        QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).array();
    if (whole.size() != 3)
        return std::nullopt;
    EnrichmentNote note{.tier = static_cast<Tier>(std::clamp(whole[0].toInt(), 0, 3)),
                        .tierIfKnown = static_cast<Tier>(std::clamp(whole[1].toInt(), 0, 3)),
                        .fields = {}};
    for (const QJsonValue &field : whole[2].toArray())
        note.fields.push_back(field.toString().toStdString());
    return note;
}

std::vector<StoredScore> storedScores(const ScoringInputs &inputs, const Scoring &scoring, const Currency &currency)
{
    const AccountScores &scores = scoring.scores;
    const TierProposal &proposal = scoring.proposal;
    const std::vector<std::uint32_t> places = placesById(inputs.accounts.id);
    std::vector<StoredScore> rows(inputs.accounts.size());
    const auto store = [&](std::size_t row) {
        StoredScore &stored = rows[places[row]];
        stored.account = inputs.accounts.id[row];
        if (scores.fit->defined) {
            stored.fit = scores.fit->fit[row];
            stored.fitMax = scores.fit->fitMax[row];
            stored.disqualified = scores.fit->disqualified(row);
        }
        stored.intentScore = scores.intent->score[row];
        stored.intentSurge = scores.intent->surges(row);
        stored.recentIntent = scores.intent->recent[row] != 0;
        stored.engagementScore = scores.engagement.score[row];
        stored.engagementSurge = scores.engagement.surge[row] != 0;
        stored.recentEngagement = scores.engagement.recent[row] != 0;
        if (proposal.defined) {
            stored.priority = proposal.priority[row];
            stored.proposedTier = static_cast<int>(proposal.proposed[row]);
            if (proposal.rule[row] != TierProposal::noRule)
                stored.rule = inputs.policy.rules[static_cast<std::size_t>(proposal.rule[row])].name;
        }
        stored.reasons =
            reasonsText(reasonsOf(row, inputs.accounts, inputs.icp, scores, inputs.policy, proposal, currency));
    };
    inAllCores(rows.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
            store(row);
    });
    const UnknownFields unknown(inputs.accounts, inputs.icp, currency);
    const std::vector<std::uint32_t> order = rowsByPriority(inputs.accounts, proposal.priority);
    for (const EnrichmentItem &item : enrichmentList(inputs.accounts, scores, inputs.policy, proposal, order))
        rows[places[item.account]].extra = enrichmentText({item.tier, item.tierIfKnown, unknown.of(item.account)});
    return rows;
}

ScoreRun scoreRunOf(const Workspace &workspace, const ScoringInputs &inputs, Day asOf)
{
    const QJsonObject extra{{QStringLiteral("pins"), pinsText(inputs, asOf)}};
    return {.asOf = asOf,
            .revision = inputs.revision,
            .policyVersion = inputs.policyVersion,
            .icpVersion = inputs.icpVersion,
            .instant = workspace.now(),
            .extra = QJsonDocument(extra).toJson(QJsonDocument::Compact).toStdString()};
}

Result<ScoreTable> scoreTable(Workspace &workspace, std::optional<Day> asOf, bool allowStale, const Progress &progress)
{
    TieringStore store(workspace.database());
    const auto run = store.scoreRun();
    if (!run)
        return run.error();
    if (asOf && (!*run || (*run)->asOf != *asOf))
        return scoredAfresh(workspace, *asOf, progress);
    if (!*run)
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("Nothing is scored yet. Run “dimsum retier” first.")};

    const auto revision = workspace.inputRevision();
    if (!revision)
        return revision.error();
    const bool stale = *revision != (*run)->revision;
    if (stale && !allowStale)
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("The data changed after they were scored for %1. Run “dimsum retier” "
                                             "again, or export the old scores on purpose with --stale."),
                     .arguments = {isoText((*run)->asOf)}};
    const auto pins = store.pins();
    if (!pins)
        return pins.error();
    // Same data, other pins: the scores hold, but the places that are left for others do not.
    if (!stale && pinsText(*pins, (*run)->asOf) != keptPins(**run))
        return scoredAfresh(workspace, (*run)->asOf, progress);

    auto rows = store.scores();
    if (!rows)
        return rows.error();
    return ScoreTable{.run = **run, .rows = std::move(*rows), .stale = stale};
}

} // namespace dimsum

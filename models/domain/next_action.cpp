#include "domain/next_action.h"

#include "domain/intensity_days.h"
#include "domain/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace dimsum
{

std::string_view actionName(ActionKind kind)
{
    constexpr std::array<std::string_view, actionKinds> words{
        "inbound cadence", "reach person", "reach area", "add interaction", "nurture",
        "outbound cadence", "next step", "reach role", "find contacts"};
    return words[static_cast<std::size_t>(kind)];
}

std::optional<double> SignalRecord::hitRate() const
{
    return judged() < fewestJudged ? std::nullopt : std::optional(static_cast<double>(useful) / static_cast<double>(judged()));
}

bool SignalRecord::demoted() const
{
    return judged() >= fewestJudged && wilsonInterval(useful, judged()).high < 0.5;
}

namespace
{

constexpr int patience = 30;        // days for what has no clock of its own
constexpr int surgeResponse = 2;    // the response clock (domain.md section 7)
constexpr double topDecile = 0.1;

std::string countOf(std::int64_t number, std::string_view one, std::string_view many)
{
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

class ActionFinder
{
public:
    explicit ActionFinder(const ActionInputs &inputs) : m_in(inputs), m_worth(typeWorth(inputs.activities.types, inputs.points))
    {
        for (std::size_t i = 0; i < m_in.pairs.size(); ++i) {
            if (m_in.pairs[i].pattern)
                m_patterns.push_back(i);
        }
        std::stable_sort(m_patterns.begin(), m_patterns.end(), [this](std::size_t a, std::size_t b) {
            return *m_in.pairs[a].landmarkQ < *m_in.pairs[b].landmarkQ;
        });
        m_missing.resize(m_in.accounts.size());
        m_steps = missingSteps(m_in.activities, m_in.accounts.size(), m_in.points, m_in.pairs, m_in.intensityRules, m_in.asOf);
        for (const MissingStep &step : m_steps)
            m_missing[step.account] = &step;
    }

    std::optional<NextAction> of(std::uint32_t row)
    {
        if (m_in.holdOut[row] != 0)
            return std::nullopt;
        for (const auto rule : {&ActionFinder::ifHigh, &ActionFinder::ifNearMiss, &ActionFinder::ifLookalike,
                                &ActionFinder::ifMissingStep, &ActionFinder::ifCommitteeGap, &ActionFinder::ifSurge}) {
            auto action = (this->*rule)(row);
            if (!action || rests(row, action->kind))
                continue;
            action->account = row;
            action->demoted = m_in.records[static_cast<std::size_t>(action->kind)].demoted();
            return action;
        }
        return std::nullopt;
    }

private:
    bool rests(std::uint32_t row, ActionKind kind) const { return !m_in.wrong.empty() && (m_in.wrong[row] >> static_cast<int>(kind) & 1) != 0; }

    std::optional<NextAction> ifHigh(std::uint32_t row)
    {
        const IntensityColumns &intensity = m_in.intensity;
        if (intensity.high[row] == 0)
            return std::nullopt;
        std::string reason = "high intensity: " + countOf(intensity.interactions[row], "interaction", "interactions") + ", "
                             + countOf(intensity.people[row], "person", "people");
        std::string play;
        if (const JourneyPair *pattern = nextPattern(row)) {
            const FieldValue &step = m_in.activities.types.at(pattern->then);
            reason += "; next step " + step.label;
            play = playThat(row, [&step](const ActionPlay &candidate) { return candidate.delivers == step.key; });
        }
        return NextAction{.kind = ActionKind::inboundCadence, .play = play, .reason = reason,
                          .expectedValue = valueOf(row, m_in.conversion.rateHigh()), .deadline = intensity.endsOn[row] - 1};
    }

    std::optional<NextAction> ifNearMiss(std::uint32_t row)
    {
        const auto miss = nearMiss(m_in.intensity, m_in.intensityRules, row);
        if (!miss)
            return std::nullopt;
        NextAction action{.kind = ActionKind::addInteraction, .expectedValue = valueOf(row, gain()),
                          .deadline = m_in.asOf + (m_in.intensity.daysLeft[row] - 1), .marketing = true};
        if (miss->shortPeople > 0) {
            action.kind = ActionKind::reachPerson;
            action.reason = "near miss: one person short";
            const std::string role = silentRoleOf(row);
            action.play = playThat(row, [&role](const ActionPlay &play) { return reaches(play, role); });
        } else if (miss->shortAreas > 0) {
            action.kind = ActionKind::reachArea;
            action.reason = "near miss: one product area short";
        } else {
            action.reason = "near miss: " + countOf(miss->shortInteractions, "interaction", "interactions") + " short";
        }
        if (action.play.empty())
            action.play = playThat(row, [this](const ActionPlay &play) { return delivers(play); });
        return action;
    }

    std::optional<NextAction> ifLookalike(std::uint32_t row)
    {
        if (m_in.lookalikes.empty())
            return std::nullopt;
        const LookalikeAccount &alike = m_in.lookalikes[row];
        if (alike.rank > std::ceil(topDecile * static_cast<double>(m_in.lookalikes.size())))
            return std::nullopt;
        const auto chance = gain();
        const bool people = m_in.reachable[row] > 0;
        return NextAction{.kind = people ? ActionKind::outboundCadence : ActionKind::nurture,
                          .play = playThat(row, [this](const ActionPlay &play) { return delivers(play); }),
                          .reason = "lookalike: rank " + std::to_string(alike.rank) + " of " + std::to_string(m_in.lookalikes.size()),
                          .expectedValue = chance ? valueOf(row, *chance * alike.probability) : unknownMoney,
                          .deadline = m_in.asOf + patience,
                          .marketing = true};
    }

    std::optional<NextAction> ifMissingStep(std::uint32_t row)
    {
        const MissingStep *step = m_missing[row];
        if (!step)
            return std::nullopt;
        const JourneyPair &pair = m_in.pairs[step->pair];
        const FieldValue &then = m_in.activities.types.at(pair.then);
        return NextAction{.kind = ActionKind::nextStep,
                          .play = playThat(row, [&then](const ActionPlay &play) { return play.delivers == then.key; }),
                          .reason = "missing step: " + m_in.activities.types.at(pair.first).label + " without " + then.label + " within "
                                    + std::to_string(pair.withinDays) + " days",
                          .expectedValue = valueOf(row, gain()),
                          .deadline = step->until,
                          .marketing = true};
    }

    // Only accounts that somebody works on have a committee to complete.
    std::optional<NextAction> ifCommitteeGap(std::uint32_t row)
    {
        const std::string role = silentRoleOf(row);
        if (role.empty() || m_in.tiers[row] == Tier::none)
            return std::nullopt;
        return NextAction{.kind = ActionKind::reachRole,
                          .play = playThat(row, [&role](const ActionPlay &play) { return reaches(play, role); }),
                          .reason = "committee gap: no engaged " + role,
                          .expectedValue = valueOf(row, m_in.conversion.rateOther()),
                          .deadline = m_in.asOf + patience,
                          .marketing = true};
    }

    std::optional<NextAction> ifSurge(std::uint32_t row)
    {
        if (m_in.surges[row] == 0 || m_in.contacts[row] > 0)
            return std::nullopt;
        return NextAction{.kind = ActionKind::findContacts, .reason = "surge without a known contact",
                          .expectedValue = valueOf(row, m_in.conversion.rateOther()), .deadline = m_in.asOf + surgeResponse};
    }

    // The strongest pattern that the account began and did not finish, whatever time is left.
    const JourneyPair *nextPattern(std::uint32_t row)
    {
        interactionsOf(m_in.activities, m_worth, row, m_in.asOf, m_interactions);
        for (const std::size_t index : m_patterns) {
            const JourneyPair &pair = m_in.pairs[index];
            const auto began = std::find_if(m_interactions.begin(), m_interactions.end(), [&pair](const auto &step) { return step.type == pair.first; });
            if (began != m_interactions.end()
                && std::none_of(began, m_interactions.end(), [&pair](const auto &step) { return step.type == pair.then; }))
                return &pair;
        }
        return nullptr;
    }

    std::string silentRoleOf(std::uint32_t row) const
    {
        const std::uint16_t silent = m_in.silentRole[row];
        return silent == 0 ? std::string() : m_in.roles[silent - 1];
    }

    static bool reaches(const ActionPlay &play, const std::string &role)
    {
        return role.empty() ? !play.roles.empty() : std::find(play.roles.begin(), play.roles.end(), role) != play.roles.end();
    }

    // Brings an interaction that counts.
    bool delivers(const ActionPlay &play) const { return !play.delivers.empty() && typeCounts(m_in.points, play.delivers); }

    template <class Serves>
    std::string playThat(std::uint32_t row, const Serves &serves) const
    {
        const Tier tier = m_in.tiers[row];
        for (const ActionPlay &play : m_in.plays) {
            const bool offered = tier != Tier::none && std::find(play.tiers.begin(), play.tiers.end(), static_cast<int>(tier)) != play.tiers.end();
            if (offered && serves(play))
                return play.code;
        }
        return {};
    }

    // What turning high-intensity adds to the chance of a deal; nothing where too few outcomes tell.
    std::optional<double> gain() const
    {
        const auto high = m_in.conversion.rateHigh();
        const auto other = m_in.conversion.rateOther();
        return high && other && *high > *other ? std::optional(*high - *other) : std::nullopt;
    }

    Money valueOf(std::uint32_t row, const std::optional<double> &chance) const
    {
        const Money acv = m_in.accounts.acv[row];
        if (!chance || m_in.conversion.tooFew || !acv.known())
            return unknownMoney;
        return Money{std::llround(static_cast<double>(acv.minor) * *chance)};
    }

    const ActionInputs &m_in;
    TypeWorth m_worth;
    std::vector<std::size_t> m_patterns; // by q
    std::vector<MissingStep> m_steps;
    std::vector<const MissingStep *> m_missing; // by account
    std::vector<Interaction> m_interactions;
};

} // namespace

std::vector<NextAction> nextActions(const ActionInputs &inputs)
{
    ActionFinder finder(inputs);
    std::vector<NextAction> actions;
    for (std::uint32_t row = 0; row < inputs.accounts.size(); ++row) {
        if (auto action = finder.of(row))
            actions.push_back(std::move(*action));
    }
    std::stable_sort(actions.begin(), actions.end(), [](const NextAction &a, const NextAction &b) {
        // unknownMoney is the smallest of all: those come last.
        return std::tuple(a.demoted, b.expectedValue.minor, a.deadline) < std::tuple(b.demoted, a.expectedValue.minor, b.deadline);
    });
    return actions;
}

} // namespace dimsum

#include "domain/sample_world.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dimsum::sample {

namespace {

constexpr int blockDaysOfYear = 360;
constexpr double awakeShareOfOthers = 0.685; // of the accounts that are not high-intensity, those that ever do anything
constexpr std::array<std::string_view, 4> openStages{"Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote"};

class World
{
public:
    World(const WorldOptions &options, WorldSink &sink, const Progress &progress)
        : m_options(options), m_sink(sink), m_progress(progress)
    {
        m_history.asOf = options.asOf;
        m_history.planted = options.planted;
        m_history.surgeShare = options.surgeShare;
        m_history.journeyShare = options.journeyShare;
        // The plan needs about nine activities an account; with fewer only a part of the accounts is seen at all.
        const double perAccount = static_cast<double>(options.activities) / static_cast<double>(std::max<std::uint64_t>(1, options.accounts));
        m_seenShare = std::min(1.0, perAccount / 9.5);
        for (Day day = monthEnd(options.asOf - blockDaysOfYear); day < options.asOf; day = monthEnd(day + 1))
            m_monthEnds.push_back(day);
    }

    Result<WorldTruth> make()
    {
        countTwins();
        for (std::uint64_t i = 0; i < m_options.accounts; ++i) {
            if (i % 512 == 0) {
                if (auto stopped = stoppedAt(i); !stopped)
                    return stopped.error();
            }
            makeOne(i);
        }
        while (m_truth.activities < m_options.activities && m_options.accounts > 0) {
            if (m_truth.activities % 4096 == 0) {
                if (auto stopped = stoppedAt(m_options.accounts); !stopped)
                    return stopped.error();
            }
            addMailOpen();
        }
        addCampaigns();
        if (Outcome last = m_sink.state(); !last)
            return last.error();
        return std::move(m_truth);
    }

private:
    Outcome stoppedAt(std::uint64_t account)
    {
        if (m_progress.cancelled())
            return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped.")};
        m_progress.at(static_cast<std::int64_t>(account), static_cast<std::int64_t>(m_options.accounts));
        return m_sink.state();
    }

    void countTwins()
    {
        std::vector<std::uint32_t> seen(nameKeys, 0);
        m_twins.resize(m_options.accounts);
        for (std::uint64_t i = 0; i < m_options.accounts; ++i) {
            SeededRandom random(m_options.seed, i);
            m_twins[i] = seen[drawIdentity(random).nameKey()]++;
        }
    }

    Account accountAt(std::uint64_t index, SeededRandom &random) const
    {
        const Identity identity = drawIdentity(random);
        return makeAccount(identity, m_twins[index], index, m_options.acvScale, random);
    }

    void makeOne(std::uint64_t index)
    {
        SeededRandom random(m_options.seed, index);
        const Account account = accountAt(index, random);
        m_sink.account(account);
        m_truth.contacts += account.people.size();
        m_truth.segment += account.inSegment ? 1 : 0;
        for (const Person &person : account.people)
            m_truth.optedOut += person.optedOut ? 1 : 0;

        History history;
        history.asleep = true;
        if (random.chance(m_seenShare))
            history = makeHistory(account, m_history, random);
        if (m_truth.activities + history.touches.size() > m_options.activities)
            history = History{.touches = {}, .asleep = true};
        for (const Touch &touch : history.touches)
            m_sink.activity(account, touch, ++m_truth.activities);
        noteHistory(account, history);
        addPastDeals(account, random);
        addDeals(account, history, random);
        noteWins(account);
        addIntent(account, random);
        if (account.inSegment && account.acv.value_or(0) >= 30000)
            m_sink.member(account, random.chance(0.1));
    }

    void noteHistory(const Account &account, const History &history)
    {
        const WindowCount now = countWindow(history.touches, m_options.asOf);
        m_truth.active += now.interactions > 0 ? 1 : 0;
        if (now.interactions >= 3 && now.areas >= 1) {
            ++m_truth.threeInteractions;
            m_truth.threeWithTwoPeople += now.people >= 2 ? 1 : 0;
            m_truth.threeWithTwoAreas += now.areas >= 2 ? 1 : 0;
        }
        const bool hot = isHot(history.touches, m_options.asOf);
        if (hot)
            m_truth.highIntensity.push_back(account.domain);
        if (m_options.planted && account.inSegment && !hot && !history.asleep)
            m_truth.lookalikes.push_back(account.domain);
        if (history.engagementSurge)
            m_truth.engagementSurges.push_back(account.domain);
        if (m_options.planted ? history.journey : beganWithReport(history.touches, m_options.asOf))
            noteJourney(history);
    }

    void noteJourney(const History &history)
    {
        const Day begin = history.touches.front().day;
        bool hot = false;
        for (int i = 0; i <= 90 && !hot; ++i)
            hot = isHot(history.touches, begin + i);
        const int days = daysToWebinar(history.touches);
        for (JourneyTruth *truth : {&m_truth.webinarInWeek, &m_truth.webinarIn90Days}) {
            const bool treated = days >= 0 && days <= truth->withinDays;
            (treated ? truth->treated : truth->control) += 1;
            (treated ? truth->treatedHot : truth->controlHot) += hot ? 1 : 0;
        }
    }

    // By chance an account that bought once buys again: what counts is what happened, not what was meant.
    void noteWins(const Account &account)
    {
        const auto [first, last] = std::ranges::minmax_element(m_wins);
        if (!m_wins.empty() && *last - *first >= 180)
            m_truth.bestCustomers.push_back(account.domain);
        m_wins.clear();
    }

    // ---- Deals

    std::int64_t dealAmount(const Account &account, SeededRandom &random) const
    {
        const double base = static_cast<double>(account.acv.value_or(24000));
        return std::llround(base * (0.7 + 0.6 * random.unit()) / 100.0) * 100;
    }

    void give(const Account &account, Deal deal)
    {
        if (deal.status == DealStatus::won)
            m_wins.push_back(deal.closed);
        deal.id = "D-" + std::to_string(++m_truth.deals);
        deal.name = account.name + (deal.status == DealStatus::open ? " - expansion" : " - licence");
        m_sink.deal(account, deal);
    }

    // What was sold in the years before: who came back is a best customer (domain.md section 3).
    void addPastDeals(const Account &account, SeededRandom &random)
    {
        const bool best = random.chance(!m_options.planted ? 0.06 : account.inSegment ? m_options.bestShare : 0.015);
        const bool sold = random.chance(0.06);
        const bool tried = random.chance(0.08);
        int closedAge = random.between(880, 980);
        if (best) {
            for (; closedAge > 380; closedAge -= random.between(190, 280))
                addClosed(account, closedAge, true, random);
        } else if (sold) {
            addClosed(account, closedAge - random.between(0, 450), true, random);
        }
        if (tried)
            addClosed(account, random.between(400, 900), false, random);
    }

    void addClosed(const Account &account, int closedAge, bool won, SeededRandom &random)
    {
        Deal deal;
        deal.status = won ? DealStatus::won : DealStatus::lost;
        deal.stage = won ? "Closed Won" : "Closed Lost";
        deal.closed = m_options.asOf - closedAge;
        deal.created = deal.closed - random.between(25, 120);
        deal.amount = dealAmount(account, random);
        give(account, std::move(deal));
    }

    // At each month end an account without an open deal may open one; a high-intensity one is likelier to.
    void addDeals(const Account &account, const History &history, SeededRandom &random)
    {
        // Where only a part of the accounts is seen, being seen must not itself look like a reason to buy.
        const bool onlyAwake = m_options.planted && m_seenShare >= 1;
        const double others = onlyAwake ? m_options.dealShare / awakeShareOfOthers : m_options.dealShare;
        Day openUntil = unknownDay;
        for (std::size_t i = 0; i < m_monthEnds.size(); ++i) {
            const Day end = m_monthEnds[i];
            if (openUntil.known() && openUntil > end)
                continue;
            const bool hot = !history.asleep && isHot(history.touches, end);
            double chance = history.asleep && onlyAwake ? 0 : others;
            if (hot && m_options.planted)
                chance = plantedConversionLift * m_options.dealShare;
            (hot ? m_truth.hotMonths : m_truth.otherMonths) += 1;
            const int longest = i + 1 < m_monthEnds.size() ? std::min(30, m_monthEnds[i + 1] - end) : 30;
            const Day created = end + random.between(1, longest);
            if (!random.chance(chance) || created > m_options.asOf)
                continue;
            (hot ? m_truth.hotOutcomes : m_truth.otherOutcomes) += 1;
            openUntil = addDeal(account, history, created, hot, random);
        }
    }

    Day addDeal(const Account &account, const History &history, Day created, bool hot, SeededRandom &random)
    {
        Deal deal;
        deal.created = created;
        const int cycle = 12 + static_cast<int>(std::min(400.0, 45 * std::exp(0.6 * random.normal())));
        const bool won = random.chance(!m_options.planted ? 0.35 : 0.30 + (account.inSegment ? 0.12 : 0) + (hot ? 0.10 : 0));
        deal.amount = dealAmount(account, random);
        deal.closed = created + cycle;
        if (deal.closed > m_options.asOf) {
            deal.stage = openStages[static_cast<std::size_t>(std::min(3, 4 * (m_options.asOf - created) / cycle))];
            if (random.chance(0.3))
                deal.closed = unknownDay;
        } else {
            deal.status = won ? DealStatus::won : DealStatus::lost;
            deal.stage = won ? "Closed Won" : "Closed Lost";
            if (won)
                m_wonValue += deal.amount;
        }
        const auto after = std::ranges::upper_bound(history.touches, created, {}, &Touch::day);
        for (auto touch = after; touch != history.touches.begin() && deal.campaign.empty();) {
            --touch;
            if (touch->campaign >= 0)
                deal.campaign = campaigns()[static_cast<std::size_t>(touch->campaign)].name;
        }
        const Day until = created + cycle;
        give(account, std::move(deal));
        return until;
    }

    // ---- Third-party intent

    void addIntent(const Account &account, SeededRandom &random)
    {
        const double share = std::min(1.0, m_options.intentShare * (account.inSegment && m_options.planted ? 1.4 : 0.87));
        if (random.chance(share)) {
            const bool surge = m_options.planted && random.chance(m_options.surgeShare / m_options.intentShare);
            const bool heating = !surge && random.chance(m_options.heatShare);
            addScores(account, surge, heating, random);
            if (surge)
                m_truth.intentSurges.push_back(account.domain);
        }
        if (random.chance(0.06))
            signal(account, "Bidstream Exchange", topics()[random.below(10)], random.between(1, 40), random.between(55, 95));
        if (random.chance(share * 0.3))
            addReviewVisits(account, random);
    }

    void signal(const Account &account, std::string_view source, std::string_view topic, int age, int score)
    {
        m_sink.signal(account, Signal{source, topic, m_options.asOf - age, score});
        ++m_truth.signals;
    }

    // Weekly scores of one or two topics around the average of 50; a surge adds topics in the newest week only.
    void addScores(const Account &account, bool surge, bool heating, SeededRandom &random)
    {
        const std::uint32_t first = random.below(10);
        const int followed = random.chance(0.4) ? 2 : 1;
        for (int week = 13; week >= 0; --week) {
            if (week > 0 && random.chance(0.15))
                continue;
            for (int i = 0; i < followed; ++i) {
                double level = 44;
                if (heating)
                    level += 3.2 * std::max(0, 9 - week);
                const int score = static_cast<int>(std::clamp(level + 6 * random.normal(), 5.0, heating ? 96.0 : 59.0));
                signal(account, "Bombora", topics()[(first + static_cast<std::uint32_t>(i)) % 10], 7 * week + 1, score);
            }
        }
        for (std::uint32_t i = 0; surge && i < 4; ++i)
            signal(account, "Bombora", topics()[(first + 3 + i) % 10], 1, random.between(72, 96));
    }

    void addReviewVisits(const Account &account, SeededRandom &random)
    {
        static constexpr std::array<std::string_view, 5> events{"category", "comparison", "alternatives", "profile", "pricing"};
        const int visits = random.between(1, 4);
        for (int i = 0; i < visits; ++i) {
            m_sink.intentEvent(account, IntentEvent{random.chance(0.7) ? "G2" : "TrustRadius", events[random.below(5)],
                                                    m_options.asOf - random.between(0, 75), random.between(1, 3)});
            ++m_truth.signals;
        }
    }

    // ---- What fills up, and what it all cost

    void addMailOpen()
    {
        SeededRandom choice(m_options.seed ^ 0x6d61696cULL, m_truth.activities);
        const std::uint64_t index = choice.next() % m_options.accounts;
        SeededRandom random(m_options.seed, index);
        const Account account = accountAt(index, random);
        Touch touch;
        touch.day = m_options.asOf - choice.between(0, blockDaysOfYear - 1);
        touch.minute = static_cast<std::int16_t>(choice.between(6 * 60, 22 * 60));
        touch.kind = static_cast<std::uint8_t>(activityKinds().size() - 1);
        touch.asset = static_cast<std::uint8_t>(assets().size() - 1);
        touch.person = static_cast<std::int8_t>(choice.below(static_cast<std::uint32_t>(account.people.size())));
        touch.campaign = 5; // the newsletter
        m_sink.activity(account, touch, ++m_truth.activities);
    }

    void addCampaigns()
    {
        // Costs in proportion to what was won, so that returns look alike at any size of the world.
        const std::int64_t base = std::max<std::int64_t>(m_wonValue, 100000);
        for (const Campaign &campaign : campaigns()) {
            const Day start = m_options.asOf - campaign.startAge;
            const Day end = m_options.asOf - campaign.endAge;
            const double share = m_options.planted ? campaign.costShare : 0.1;
            const auto total = static_cast<std::int64_t>(std::llround(static_cast<double>(base) * share / 100.0)) * 100;
            m_sink.campaign(campaign, start, end, total * 115 / 100);
            addCampaignCosts(campaign.name, start, end, total);
        }
        for (const Asset &asset : assets()) {
            if (asset.name.empty() || asset.type == "email open")
                continue;
            const std::int64_t hours = asset.type == "research report" || asset.type == "webinar" ? 80 : 16;
            m_sink.cost({.subjectKind = "asset", .subject = asset.name, .line = "hours", .hours = hours, .rate = 60, .actual = true});
            m_sink.cost({.subjectKind = "asset", .subject = asset.name, .line = "production", .amount = hours * 25, .actual = true});
        }
        for (int month = 11; month >= 0; --month)
            m_sink.cost({.subjectKind = "platform", .subject = "Marketing automation", .line = "fee", .amount = std::max<std::int64_t>(200, base / 1000),
                         .months = 1, .month = monthStart(m_options.asOf - 30 * month), .actual = true});
    }

    void addCampaignCosts(std::string_view name, Day start, Day end, std::int64_t total)
    {
        std::vector<Day> months;
        for (Day month = monthStart(start); month <= std::min(end, m_options.asOf); month = monthEnd(month) + 1)
            months.push_back(month);
        const auto count = static_cast<std::int64_t>(std::max<std::size_t>(1, months.size()));
        for (const Day month : months) {
            m_sink.cost({.subjectKind = "campaign", .subject = name, .line = "media", .amount = total * 7 / 10 / count, .month = month, .actual = true});
            m_sink.cost({.subjectKind = "campaign", .subject = name, .line = "media", .amount = total * 3 / 4 / count, .month = month, .actual = false});
        }
        if (!months.empty())
            m_sink.cost({.subjectKind = "campaign", .subject = name, .line = "hours", .hours = std::max<std::int64_t>(4, total * 3 / 10 / 60), .rate = 60, .month = months.front(), .actual = true});
    }

    WorldOptions m_options;
    WorldSink &m_sink;
    const Progress &m_progress;
    HistoryOptions m_history;
    std::vector<std::uint32_t> m_twins; // by account: how many before it have the same name
    std::vector<Day> m_monthEnds;
    double m_seenShare = 1;
    std::vector<Day> m_wins; // close days of the account at hand
    std::int64_t m_wonValue = 0; // of the deals of the year, major units
    WorldTruth m_truth;
};

} // namespace

Result<WorldTruth> makeWorld(const WorldOptions &options, WorldSink &sink, const Progress &progress)
{
    return World(options, sink, progress).make();
}

} // namespace dimsum::sample

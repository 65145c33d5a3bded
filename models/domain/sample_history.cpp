#include "domain/sample_history.h"

#include <algorithm>
#include <array>
#include <bit>

namespace dimsum::sample {

namespace {

constexpr int blocks = 12; // of 30 days; block 0 is the newest, exactly the default window
constexpr int blockDays = 30;
constexpr int surgeDays = 13 * 7; // the newest week and the twelve that a surge is measured against
constexpr int windowDays = 30;
constexpr double countingPoints = 2;

enum class Interest : std::uint8_t { asleep, casual, engaged };

struct KindIndexes {
    std::uint8_t webinar = 0, demo = 0, report = 0, download = 0;
};

std::uint8_t indexOfKind(std::string_view type)
{
    const auto kinds = activityKinds();
    const auto found = std::ranges::find(kinds, type, &ActivityKind::type);
    return static_cast<std::uint8_t>(found - kinds.begin());
}

const KindIndexes &kindIndexes()
{
    static const KindIndexes indexes{indexOfKind("webinar"), indexOfKind("demo"), indexOfKind("research report"),
                                     indexOfKind("content download")};
    return indexes;
}

// Where nothing is planted, a counting touch tells nothing by its kind: an episode draws from the same kinds as casual
// interest does, or the kinds of episodes would go before more of them, which is a pattern.
double kindWeight(const ActivityKind &kind, bool hot, bool planted)
{
    if (planted)
        return hot ? kind.hotShare : kind.lightShare;
    return hot && kind.points < countingPoints ? 0 : (kind.hotShare + kind.lightShare) / 2;
}

std::uint8_t drawKind(bool hot, bool planted, SeededRandom &random)
{
    std::array<double, 13> weights{};
    for (std::size_t i = 0; i < activityKinds().size(); ++i)
        weights[i] = kindWeight(activityKinds()[i], hot, planted);
    return static_cast<std::uint8_t>(random.weighted(weights));
}

std::int8_t areaOf(std::uint8_t asset)
{
    const auto areas = productAreas();
    const auto found = std::ranges::find(areas, assets()[asset].area);
    return found == areas.end() ? std::int8_t{-1} : static_cast<std::int8_t>(found - areas.begin());
}

class HistoryMaker
{
public:
    HistoryMaker(const Account &account, const HistoryOptions &options, SeededRandom &random)
        : m_account(account), m_options(options), m_random(random)
    {}

    History make()
    {
        const Interest interest = drawInterest();
        if (interest == Interest::asleep) {
            m_history.asleep = true;
            return std::move(m_history);
        }
        int firstBlock = blocks - 1;
        int quietUntilAge = -1; // a journey's 90 days hold only what was planned for them
        if (m_options.planted && m_random.chance(m_options.journeyShare)) {
            const int age = m_random.between(100, 300);
            addJourney(age);
            firstBlock = (age - 91) / blockDays;
            quietUntilAge = age - 91;
        }
        m_history.engagementSurge = m_options.planted && m_random.chance(m_options.surgeShare / 0.7);
        // A journey's hot weeks within the twelve that a surge is measured against would hide it.
        if (m_history.journey && quietUntilAge < surgeDays)
            m_history.engagementSurge = false;
        std::array<bool, blocks + 1> active{};
        for (int block = 0; block <= firstBlock; ++block)
            active[static_cast<std::size_t>(block)] = m_random.chance(interest == Interest::engaged ? 0.9 : 0.45);
        for (int block = firstBlock; block >= 0; --block) {
            if (active[static_cast<std::size_t>(block)])
                addBlock(block, interest, quietUntilAge, block == 0 || active[static_cast<std::size_t>(block - 1)]);
        }
        if (m_history.engagementSurge)
            addEngagementSurge();
        std::ranges::stable_sort(m_history.touches, {}, [](const Touch &touch) {
            return std::int64_t{touch.day.number} * 1440 + touch.minute;
        });
        return std::move(m_history);
    }

private:
    Interest drawInterest()
    {
        const bool segment = m_account.inSegment;
        const double asleep = m_options.planted ? (segment ? 0.12 : 0.36) : 0.30;
        const double engaged = m_options.planted ? (segment ? 0.36 : 0.09) : 0.157;
        const double point = m_random.unit();
        return point < asleep ? Interest::asleep : point < asleep + engaged ? Interest::engaged : Interest::casual;
    }

    std::uint8_t drawAsset(std::uint8_t kind, int age)
    {
        std::array<std::uint8_t, 8> fitting{};
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < assets().size(); ++i) {
            if (assets()[i].type == activityKinds()[kind].type)
                fitting[count++] = static_cast<std::uint8_t>(i);
        }
        const std::uint8_t asset = fitting[m_random.below(count)];
        // The calculator's link was broken for half of the newest month.
        const bool broken = m_options.planted && assets()[asset].name == "ROI calculator" && age >= 6 && age <= 24;
        return broken ? static_cast<std::uint8_t>(asset + 1) : asset;
    }

    std::int8_t drawCampaign(int age, bool hot)
    {
        if (m_random.chance(0.25))
            return -1;
        std::array<double, 8> weights{};
        double sum = 0;
        for (std::size_t i = 0; i < campaigns().size(); ++i) {
            const Campaign &campaign = campaigns()[i];
            if (age > campaign.startAge || age < campaign.endAge)
                continue;
            weights[i] = campaign.pull * (hot && m_options.planted && campaign.kind == "abm" ? 3.0 : 1.0);
            sum += weights[i];
        }
        return sum > 0 ? static_cast<std::int8_t>(m_random.weighted(weights)) : std::int8_t{-1};
    }

    Touch &add(int age, std::uint8_t kind, int person, bool hot)
    {
        Touch touch;
        touch.day = m_options.asOf - age;
        touch.minute = static_cast<std::int16_t>(m_random.between(7 * 60, 19 * 60));
        touch.kind = kind;
        touch.asset = drawAsset(kind, age);
        touch.area = areaOf(touch.asset);
        touch.person = static_cast<std::int8_t>(person);
        touch.campaign = drawCampaign(age, hot);
        m_history.touches.push_back(touch);
        return m_history.touches.back();
    }

    // Interest of one person, or of nobody known: never high-intensity by itself.
    void addLight(int age)
    {
        std::uint8_t kind = drawKind(false, m_options.planted, m_random);
        // One visit of an event would pass for a surge in the newest week.
        if (age < 7)
            while (activityKinds()[kind].points >= 8)
                kind = drawKind(false, m_options.planted, m_random);
        const std::string_view type = activityKinds()[kind].type;
        const bool unknown = (type == "web visit" || type == "ad click") && m_random.chance(0.35);
        add(age, kind, unknown ? -1 : 0, false);
    }

    std::uint8_t drawHotKind(bool mayBeWebinar)
    {
        std::uint8_t kind = drawKind(true, m_options.planted, m_random);
        while (!mayBeWebinar && kind == kindIndexes().webinar)
            kind = drawKind(true, m_options.planted, m_random);
        return kind;
    }

    // Several people within two weeks: high-intensity for as long as the window holds them.
    void addHotEpisode(int oldestAge, int newestAge, bool mayHoldWebinars = true)
    {
        const int begin = m_random.between(std::min(newestAge + 10, oldestAge), oldestAge);
        const int end = std::max(newestAge, begin - 14);
        const int count = m_random.between(3, 6);
        const int people = m_random.between(2, std::min<int>(4, static_cast<int>(m_account.people.size())));
        const bool oneArea = m_random.chance(0.13);
        const auto area = static_cast<std::int8_t>(m_random.below(4));
        for (int i = 0; i < count; ++i) {
            Touch &touch = add(m_random.between(end, begin), drawHotKind(mayHoldWebinars), i % people, true);
            if (oneArea || i == 0)
                touch.area = area;
            else if (i == 1)
                touch.area = static_cast<std::int8_t>((area + 1 + static_cast<int>(m_random.below(3))) % 4);
        }
    }

    void addBlock(int block, Interest interest, int quietUntilAge, bool goesOn)
    {
        const int newest = block * blockDays;
        int oldest = newest + blockDays - 1;
        if (quietUntilAge >= 0)
            oldest = std::min(oldest, quietUntilAge);
        if (oldest < newest)
            return;
        const bool hot = m_random.chance(interest == Interest::engaged ? 0.205 : 0.036)
                         && !(m_history.engagementSurge && newest < surgeDays); // for the same reason
        if (hot) {
            // The newest week is left to the planted surges.
            if (oldest - newest >= 14)
                addHotEpisode(oldest, block == 0 ? 7 : newest);
            return;
        }
        const int count = m_random.chance(0.032) ? m_random.between(3, 4) : m_random.chance(0.25) ? 2 : 1;
        for (int i = 0; i < count; ++i) {
            int age = m_random.between(newest, oldest);
            if (age < 7 && i > 0)
                age = std::min(age + 7, oldest);
            addLight(age);
        }
        // A stumbling block: after this document people stop more often than after any other.
        if (m_options.planted && !goesOn && m_random.chance(0.4)) {
            Touch &last = add(newest, kindIndexes().download, 0, false);
            last.asset = static_cast<std::uint8_t>(std::ranges::find(assets(), "Migration checklist", &Asset::name)
                                                   - assets().begin());
            last.area = areaOf(last.asset);
        }
    }

    void addJourney(int age)
    {
        const JourneyPlan plan;
        m_history.journey = true;
        add(age, kindIndexes().report, 0, false);
        const double point = m_random.unit();
        const bool inWeek = point < plan.webinarInWeek;
        const bool later = !inWeek && point < plan.webinarInWeek + plan.webinarLater;
        // Both groups are equally busy in the first week: the pattern must not come from that.
        const int firstWeek = age - m_random.between(1, 7);
        if (inWeek)
            add(firstWeek, kindIndexes().webinar, 0, false);
        else
            add(firstWeek, kindIndexes().download, 0, false);
        const int laterAge = age - m_random.between(8, 60);
        if (later)
            add(laterAge, kindIndexes().webinar, 0, false);
        const double hot = inWeek ? plan.hotAfterWeek : later ? plan.hotAfterLater : plan.hotWithout;
        // Who sees the webinar is drawn above: an episode that brought webinars of its own would move its accounts into
        // the other group.
        if (m_random.chance(hot))
            addHotEpisode(age - 16, age - 85, false);
    }

    void addEngagementSurge()
    {
        add(m_random.between(0, 2), kindIndexes().demo, 0, true);
        add(m_random.between(1, 5), kindIndexes().webinar, 1, true);
        add(m_random.between(0, 5), kindIndexes().download, 1, true);
    }

    const Account &m_account;
    const HistoryOptions &m_options;
    SeededRandom &m_random;
    History m_history;
};

} // namespace

History makeHistory(const Account &account, const HistoryOptions &options, SeededRandom &random)
{
    return HistoryMaker(account, options, random).make();
}

bool beganWithReport(const std::vector<Touch> &touches, Day asOf)
{
    return !touches.empty() && touches.front().kind == kindIndexes().report && touches.front().day <= asOf - 90;
}

int daysToWebinar(const std::vector<Touch> &touches)
{
    const auto webinar = std::ranges::find(touches, kindIndexes().webinar, &Touch::kind);
    return webinar == touches.end() ? -1 : webinar->day - touches.front().day;
}

WindowCount countWindow(const std::vector<Touch> &touches, Day day)
{
    WindowCount count;
    unsigned people = 0;
    unsigned areas = 0;
    const auto end = std::ranges::upper_bound(touches, day, {}, &Touch::day);
    for (auto touch = std::ranges::lower_bound(touches, day - (windowDays - 1), {}, &Touch::day); touch != end; ++touch) {
        if (activityKinds()[touch->kind].points < countingPoints)
            continue;
        ++count.interactions;
        if (touch->person >= 0)
            people |= 1U << static_cast<unsigned>(touch->person);
        if (touch->area >= 0)
            areas |= 1U << static_cast<unsigned>(touch->area);
    }
    count.people = people != 0 ? std::popcount(people) : count.interactions > 0 ? 1 : 0;
    count.areas = std::popcount(areas);
    return count;
}

bool isHot(const std::vector<Touch> &touches, Day day)
{
    const WindowCount count = countWindow(touches, day);
    return count.interactions >= 3 && count.people >= 2 && count.areas >= 1;
}

} // namespace dimsum::sample

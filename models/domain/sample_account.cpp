#include "domain/sample_account.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dimsum::sample {

namespace {

constexpr std::array languageShares{0.62, 0.20, 0.18};
constexpr double segmentShare = 0.25;

std::span<const Word> nouns(const Industry &industry, Language language)
{
    switch (language) {
    case Language::latin: return industry.latin;
    case Language::chinese: return industry.chinese;
    case Language::cyrillic: return industry.cyrillic;
    }
    return industry.latin;
}

std::uint8_t drawCountry(SeededRandom &random)
{
    const auto language = static_cast<Language>(random.weighted(languageShares));
    std::array<double, 16> weights{};
    for (std::size_t i = 0; i < countries().size(); ++i)
        weights[i] = countries()[i].language == language ? countries()[i].share : 0;
    return static_cast<std::uint8_t>(random.weighted(weights));
}

std::uint8_t drawIndustry(bool inSegment, SeededRandom &random)
{
    std::array<double, 10> weights{};
    for (std::size_t i = 0; i < industries().size(); ++i) {
        const bool ofSegment = std::ranges::find(segmentIndustries, industries()[i].name) != std::end(segmentIndustries);
        weights[i] = inSegment && !ofSegment ? 0 : industries()[i].share;
    }
    return static_cast<std::uint8_t>(random.weighted(weights));
}

std::string companyName(const Country &country, const Word &stem, const Word &noun, std::uint32_t twin)
{
    std::string name;
    switch (country.language) {
    case Language::latin: name.append(stem.text).append(" ").append(noun.text); break;
    case Language::chinese: name.append(stem.text).append(noun.text).append("股份有限公司"); break;
    case Language::cyrillic: name.append("ООО «").append(stem.text).append(" ").append(noun.text).append("»"); break;
    }
    if (twin == 1)
        name.append(" ").append(country.name);
    else if (twin > 1)
        name.append(" ").append(std::to_string(twin + 1));
    return name;
}

// A count with the given median; the values of real companies spread over orders of magnitude.
std::int64_t logNormal(SeededRandom &random, double median, double spread, double smallest, double largest)
{
    return std::llround(std::clamp(median * std::exp(spread * random.normal()), smallest, largest));
}

// To two significant digits, as people write budgets.
std::int64_t rounded(std::int64_t amount)
{
    std::int64_t unit = 1;
    while (amount / unit >= 100)
        unit *= 10;
    return amount / unit * unit;
}

std::string drawTechnologies(bool inSegment, SeededRandom &random)
{
    std::array<bool, 16> has{};
    if (inSegment)
        has[random.chance(0.6) ? 0 : 2] = true; // "ERP" or "Data warehouse"
    const int count = random.between(2, 4);
    for (int i = 0; i < count; ++i)
        has[random.below(16)] = true;
    std::string text;
    for (std::size_t i = 0; i < has.size(); ++i) {
        if (!has[i])
            continue;
        if (!text.empty())
            text += ';';
        text.append(technologies()[i]);
    }
    return text;
}

void addPeople(Account &account, Language language, SeededRandom &random)
{
    // Whoever sells into a segment knows its people: a committee of several roles, each held by one person first.
    int count = account.inSegment ? 4 : 2;
    while (count < 7 && random.chance(0.45))
        ++count;
    const auto roles = static_cast<std::uint32_t>(buyingRoles().size());
    const std::uint32_t firstRole = random.below(roles);
    constexpr std::uint32_t stride = 3; // shares no factor with the number of roles: each comes up once
    account.people.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const Word &first = random.pick(firstNames(language));
        const Word &last = random.pick(lastNames(language));
        Person person;
        person.email.append(first.slug).append(".").append(last.slug);
        const auto taken = std::ranges::count_if(account.people, [&](const Person &other) {
            return other.firstName == first.text && other.lastName == last.text;
        });
        if (taken > 0)
            person.email.append(std::to_string(taken + 1));
        person.email.append("@").append(account.domain);
        person.firstName = first.text;
        person.lastName = last.text;
        const std::uint32_t role = (firstRole + static_cast<std::uint32_t>(i) * stride) % roles;
        person.title = titles()[role];
        person.role = random.chance(0.12) ? std::string_view() : buyingRoles()[role];
        person.optedOut = random.chance(0.06);
        account.people.push_back(std::move(person));
    }
}

} // namespace

std::uint32_t Identity::nameKey() const
{
    const auto language = static_cast<std::uint32_t>(countries()[country].language);
    return ((language * 128U + stem) * 16U + industry) * 4U + noun;
}

Identity drawIdentity(SeededRandom &random)
{
    Identity identity;
    identity.inSegment = random.chance(segmentShare);
    identity.country = drawCountry(random);
    identity.industry = drawIndustry(identity.inSegment, random);
    const Language language = countries()[identity.country].language;
    identity.stem = static_cast<std::uint8_t>(random.below(static_cast<std::uint32_t>(companyStems(language).size())));
    const auto words = nouns(industries()[identity.industry], language);
    identity.noun = static_cast<std::uint8_t>(random.below(static_cast<std::uint32_t>(words.size())));
    return identity;
}

Account makeAccount(const Identity &identity, std::uint32_t twin, std::uint64_t index, double acvScale,
                    SeededRandom &random)
{
    static constexpr std::array<std::string_view, 4> maturities{"starting", "growing", "established", "leading"};
    static constexpr std::array<std::string_view, 5> fundings{"bootstrapped", "seed", "series B", "private equity", "public"};
    static constexpr std::array<std::string_view, 3> goals{"yes", "planned", "no"};

    const Country &country = countries()[identity.country];
    const Industry &industry = industries()[identity.industry];
    const Word &stem = companyStems(country.language)[identity.stem];
    const Word &noun = nouns(industry, country.language)[identity.noun];

    Account account;
    account.inSegment = identity.inSegment;
    account.name = companyName(country, stem, noun, twin);
    account.domain.append(stem.slug).append("-").append(noun.slug);
    if (twin > 0)
        account.domain.append(std::to_string(twin + 1));
    account.domain.append(country.suffix);
    account.externalId = "SAMPLE-" + std::to_string(100000 + index);

    // Every value is drawn, known or not, so that one missing cell does not change all that follows.
    const auto known = [&](double share) { return random.chance(share); };
    const std::int64_t employees = identity.inSegment
        ? logNormal(random, 900, 0.7, segmentEmployeesMin, segmentEmployeesMax)
        : logNormal(random, 260, 1.5, 3, 180000);
    const std::int64_t revenue = rounded(std::max<std::int64_t>(10000, std::llround(static_cast<double>(employees) * 160000.0 * std::exp(0.5 * random.normal()))));
    const std::int64_t acv = rounded(logNormal(random, acvScale * (identity.inSegment ? 46000 : 26000), 0.75, 1500, 900000));
    const std::int64_t customers = logNormal(random, static_cast<double>(employees) * 0.4 + 5, 1.2, 1, 5'000'000);
    const std::int64_t budget = rounded(std::max<std::int64_t>(1000, std::llround(static_cast<double>(acv) * (0.6 + random.unit()))));
    account.technologies = drawTechnologies(identity.inSegment, random);

    account.country = country.name;
    account.region = country.region;
    account.owner = random.pick(owners());
    if (known(0.96)) account.industry = industry.name;
    if (known(0.92)) account.employees = employees;
    if (known(0.55)) account.customers = customers;
    if (known(0.85)) account.annualRevenue = revenue;
    if (known(0.93)) account.acv = acv;
    if (known(0.40)) account.budget = budget;
    if (!known(0.88)) account.technologies.clear();
    const std::string_view maturity = random.pick(std::span<const std::string_view>(maturities));
    if (known(0.70)) account.maturity = maturity;
    const std::string_view funding = random.pick(std::span<const std::string_view>(fundings));
    if (known(0.60)) account.funding = funding;
    const std::string_view goal = random.pick(std::span<const std::string_view>(goals));
    if (known(0.75)) account.sustainability = goal;
    const std::int64_t sites = 1 + employees / 120 + random.between(0, 3);
    if (known(0.80)) account.sites = sites;
    addPeople(account, country.language, random);
    return account;
}

} // namespace dimsum::sample

// One made-up company of the sample world with its people.
#pragma once

#include "domain/sample_words.h"
#include "domain/seeded_random.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum::sample {

// The companies that buy best in the sample, and that its icp.json describes: what the ICP page must find again.
inline constexpr std::string_view segmentIndustries[] = {"Industrial machinery", "Logistics", "Retail"};
inline constexpr std::string_view segmentTechnologies[] = {"ERP", "Data warehouse"};
inline constexpr int segmentEmployeesMin = 200;
inline constexpr int segmentEmployeesMax = 5000;

struct Person {
    std::string email;
    std::string_view firstName, lastName, title, role; // role may be empty: unknown
    bool optedOut = false;
};

// What a company is called; drawn first, so that twins can be told apart before anything is written.
struct Identity {
    bool inSegment = false;
    std::uint8_t country = 0, industry = 0, stem = 0, noun = 0; // indexes into the vocabulary

    // Equal for two companies that would get the same name.
    std::uint32_t nameKey() const;
};
inline constexpr std::uint32_t nameKeys = 3U * 128U * 16U * 4U;

struct Account {
    std::string domain, name, externalId, technologies;
    std::string_view industry, country, region, maturity, funding, owner, sustainability; // empty: unknown
    std::optional<std::int64_t> employees, customers, annualRevenue, budget, acv, sites;  // money in major units
    bool inSegment = false;
    std::vector<Person> people; // at least two
};

Identity drawIdentity(SeededRandom &random);
// `twin`: how many companies before it bear the same name; `acvScale` multiplies its annual contract value.
Account makeAccount(const Identity &identity, std::uint32_t twin, std::uint64_t index, double acvScale,
                    SeededRandom &random);

} // namespace dimsum::sample

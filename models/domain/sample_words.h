// The vocabulary of the sample world: companies, people, fields and marketing in three languages. Data, no rules.
#pragma once

#include <span>
#include <string_view>

namespace dimsum::sample {

enum class Language : unsigned char { latin, chinese, cyrillic };

// A word as written and as it stands in a web or mail address.
struct Word {
    std::string_view text;
    std::string_view slug;
};

struct Industry {
    std::string_view name;
    std::span<const Word> latin; // what companies of it call themselves
    std::span<const Word> chinese;
    std::span<const Word> cyrillic;
    double share;
};

struct Country {
    std::string_view name;
    std::string_view region;
    std::string_view suffix; // of the web address, with the dot
    Language language;
    double share; // within its language
};

struct ActivityKind {
    std::string_view type;
    std::string_view channel;
    double points;     // of the default table, domain.md section 5
    double lightShare; // how often in casual interest
    double hotShare;   // how often in a hot episode
};

struct Asset {
    std::string_view name;
    std::string_view type;
    std::string_view area; // empty: about no product
};

struct Campaign {
    std::string_view name;
    std::string_view kind;
    int startAge; // days before D
    int endAge;   // negative: after D
    double costShare; // of the won value of the sample
    double pull;  // how often it is the reason of a touch
};

std::span<const Industry> industries();
std::span<const Country> countries();
std::span<const Word> companyStems(Language language);
std::span<const Word> firstNames(Language language);
std::span<const Word> lastNames(Language language);
std::span<const std::string_view> technologies();
std::span<const std::string_view> buyingRoles();
std::span<const std::string_view> titles(); // one for each buying role, same order
std::span<const std::string_view> owners();
std::span<const std::string_view> productAreas();
std::span<const std::string_view> topics();
std::span<const ActivityKind> activityKinds();
std::span<const Asset> assets();
std::span<const Campaign> campaigns();

} // namespace dimsum::sample

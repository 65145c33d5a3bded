// Accounts with what is packed of them: custom fields that they came with, domains of the first ones, and both with later changes.
#include "store/custom_values.h"
#include "store/domain_block.h"
#include "store/integrity.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

std::vector<std::pair<std::string, std::int64_t>> read(std::span<const std::uint8_t> content, bool &sound)
{
    std::vector<std::pair<std::string, std::int64_t>> domains;
    DomainBlockReader reader(content);
    for (PackedDomain each; reader.next(each);)
        domains.emplace_back(each.domain, each.account.value);
    sound = reader.sound();
    return domains;
}

} // namespace

class TestAccountStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void domainsComeBackInOrder()
    {
        const std::vector<PackedDomain> domains{{"a.com", {900}}, {"aa.com", {2}}, {"aa.com.br", {70'000}}, {"b.de", {1}}};
        std::vector<std::uint8_t> content{1, 2, 3};
        packDomains(domains, content);
        bool sound = false;
        const auto back = read(content, sound);
        QVERIFY(sound);
        QCOMPARE(back.size(), domains.size());
        for (std::size_t i = 0; i < back.size(); ++i) {
            QCOMPARE(back[i].first, std::string(domains[i].domain));
            QCOMPARE(back[i].second, domains[i].account.value);
        }
        // Cut anywhere it ends early, and says so unless it was cut between two.
        for (std::size_t size = 0; size < content.size(); ++size) {
            const auto less = read(std::span(content).first(size), sound);
            QVERIFY(less.size() < back.size());
            QVERIFY(std::equal(less.begin(), less.end(), back.begin()));
        }
        content[1] = 9; // shares nine bytes with nothing
        read(content, sound);
        QVERIFY(!sound);
        content[0] = 77; // a version from the future
        QVERIFY(read(content, sound).empty() && !sound);
    }

    // Whatever order a file names accounts in, and whether they are asked for one by one or together.
    void accountsAreFoundInAnyOrder()
    {
        AccountKeys keys;
        const auto domain = [](std::size_t i) { return "a" + std::to_string(i) + ".com"; };
        constexpr std::size_t accounts = 3'000;
        for (std::size_t i = 0; i < accounts; ++i)
            keys.add(AccountId{static_cast<std::int64_t>(i) + 1}, domain(i), {}, {});
        keys.add(AccountId{9'999}, domain(50), {}, {}); // which is ambiguous now
        std::vector<std::string> asked;
        for (std::size_t i = 0; i < accounts; i += 1 + i % 9) // in order, with gaps
            asked.push_back(domain(i));
        for (std::size_t i = 0; i < 2'000; ++i) // anywhere, and some who are not there
            asked.push_back(domain(i * 7919 % (accounts + 200)));
        for (std::size_t i = 0; i < 40; ++i) // in order again
            asked.push_back(domain(2'000 + i));
        asked.insert(asked.end(), {"", domain(2'040), domain(0), ""});
        const std::vector<std::string_view> domains(asked.begin(), asked.end());
        std::vector<AccountMatch> expected;
        for (const std::string &each : asked) {
            const bool known = each.size() > 1 && std::stoul(each.substr(1)) < accounts;
            const bool ambiguous = each == domain(50);
            expected.push_back(known && !ambiguous ? AccountMatch{AccountId{static_cast<std::int64_t>(std::stoul(each.substr(1))) + 1}, false} : AccountMatch{{}, ambiguous});
        }
        for (const std::size_t together : {std::size_t{1}, std::size_t{7}, std::size_t{1'000}, asked.size()}) {
            std::vector<AccountMatch> matches(asked.size(), AccountMatch{AccountId{5}, true});
            for (std::size_t begin = 0; begin < asked.size(); begin += together) {
                const std::size_t count = std::min(together, asked.size() - begin);
                keys.byDomains(std::span(domains).subspan(begin, count), std::span(matches).subspan(begin, count));
            }
            for (std::size_t i = 0; i < asked.size(); ++i) {
                QCOMPARE(matches[i].id, expected[i].id);
                QCOMPARE(matches[i].ambiguous, expected[i].ambiguous);
                const AccountMatch alone = keys.byDomain(domains[i]);
                QCOMPARE(alone.id, expected[i].id);
                QCOMPARE(alone.ambiguous, expected[i].ambiguous);
            }
        }
        keys.byDomains({}, {});
    }

    void findsAccountsInBlocksAndIndex()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create()); // acme.com, in the index
        AccountStore accounts(*fixture.database);
        QCOMPARE(*accounts.atMost(), 1);
        AccountKeys keys;
        for (int i = 0; i < 1000; ++i) {
            const std::string domain = "x" + std::to_string(i * 7919 % 1000) + ".com";
            const auto id = accounts.insert(StoreFixture::named(domain), {.import = {}, .custom = {}, .domainPacked = true});
            QVERIFY(id.ok());
            keys.add(*id, domain, {}, {});
        }
        const auto inOrder = keys.domainsInOrder();
        QVERIFY(std::is_sorted(inOrder.begin(), inOrder.end(), [](const PackedDomain &a, const PackedDomain &b) { return a.domain < b.domain; }));
        QVERIFY(accounts.putDomains(ImportId{1}, inOrder).ok());
        const auto loaded = accounts.domains();
        QVERIFY(loaded.ok());
        for (const PackedDomain &each : inOrder) {
            QCOMPARE(*accounts.byDomain(each.domain), each.account);
            QCOMPARE(loaded->byDomain(each.domain).id, each.account);
        }
        QCOMPARE(*accounts.byDomain("acme.com"), fixture.account);
        QCOMPARE(loaded->byDomain("acme.com").id, fixture.account);
        for (const char *nobody : {"", "a.com", "x0.co", "x0.comm", "x1000.com", "zzz.com"})
            QVERIFY(!accounts.byDomain(nobody)->valid());
    }

    // What an account came with, what was set since, and what was taken away.
    void laterValuesCountInsteadOfPackedOnes()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        AccountStore accounts(*fixture.database);
        TermStore terms(*fixture.database);
        const auto word = [&](const char *text) { return *terms.intern(TermKind::customValue, text, text); };
        const CustomFieldId color = *accounts.internCustomField("color", "Color"), size = *accounts.internCustomField("size", "Size");
        const std::vector<CustomValue> came{{color, word("red")}, {size, word("large")}};
        const AccountId id = *accounts.insert(StoreFixture::named("beta.com"), {.import = {}, .custom = came});
        QCOMPARE(*accounts.customValues(id), came);
        QVERIFY(accounts.setCustomValue(id, color, word("blue")).ok());
        QVERIFY(accounts.setCustomValue(id, size, {}).ok());
        QVERIFY(accounts.setCustomValue(fixture.account, size, word("small")).ok());
        const std::vector<CustomValue> now{{color, word("blue")}, {size, {}}};
        QCOMPARE(*accounts.customValues(id), now);
        const auto frame = accounts.load();
        QVERIFY(frame.ok());
        QCOMPARE(frame->custom.size(), std::size_t(2));
        const auto shown = [&](std::size_t field, std::size_t row) { return frame->custom[field].column.at(row).label; };
        QCOMPARE(frame->domain.at(1), std::string_view("beta.com"));
        QCOMPARE(shown(0, 1), std::string("blue"));
        QCOMPARE(shown(1, 1), std::string());
        QCOMPARE(shown(0, 0), std::string());
        QCOMPARE(shown(1, 0), std::string("small"));
        QVERIFY(checkIntegrity(*fixture.database)->findings.empty());
        QVERIFY(fixture.database->run("UPDATE account SET custom = x'0180' WHERE domain = 'beta.com'").ok());
        QCOMPARE(accounts.load().error().kind, ErrorKind::damaged);
        QCOMPARE(accounts.customValues(id).error().kind, ErrorKind::damaged);
    }
};

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_account_store.moc"

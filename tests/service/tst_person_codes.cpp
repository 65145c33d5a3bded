// People by account: codes in the order of appearance, whether an account has few people or very many.
#include "service/person_codes.h"

#include <QTest>

#include <map>
#include <random>
#include <string>
#include <utility>

using namespace dimsum;

class TestPersonCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyKeepsTheCode_data()
    {
        QTest::addColumn<int>("accounts");
        QTest::addColumn<int>("names");
        QTest::newRow("many accounts of few people") << 4000 << 6;
        QTest::newRow("one account of very many") << 1 << 3000;
        QTest::newRow("about as many as are looked through one by one") << 50 << 40;
    }

    void everybodyKeepsTheCode()
    {
        QFETCH(int, accounts);
        QFETCH(int, names);
        std::mt19937 random(7);
        PersonCodes codes;
        std::map<std::pair<std::int64_t, std::string>, std::uint32_t> known;
        for (int turn = 0; turn < 30'000; ++turn) {
            const AccountId account{1 + static_cast<std::int64_t>(random() % static_cast<unsigned>(accounts))};
            const std::string key = "p" + std::to_string(random() % static_cast<unsigned>(names)) + "@a.com";
            // Hints may come for whomever, also for accounts that nobody has named yet.
            codes.expect(AccountId{account.value + turn % 3}, PersonCodes::Hint::account);
            codes.expect(AccountId{account.value + turn % 5}, PersonCodes::Hint::newest);
            codes.expect(account, PersonCodes::Hint::key);
            const auto [code, added] = codes.intern(account, key);
            const auto [place, isNew] = known.emplace(std::pair(account.value, key), code);
            QCOMPARE(added, isNew);
            QCOMPARE(code, place->second);
            if (added)
                QCOMPARE(code, static_cast<std::uint32_t>(known.size() - 1));
        }
        QCOMPARE(codes.size(), known.size());
        for (const auto &[person, code] : known) {
            QCOMPARE(codes.account(code).value, person.first);
            QCOMPARE(codes.key(code), std::string_view(person.second));
        }
    }

    void oneKeyAtTwoAccountsIsTwoPeople()
    {
        PersonCodes codes;
        QVERIFY(codes.intern(AccountId{3}, "ana@x.com").added);
        QVERIFY(codes.intern(AccountId{900'000}, "ana@x.com").added);
        QVERIFY(!codes.intern(AccountId{3}, "ana@x.com").added);
        QCOMPARE(codes.size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestPersonCodes)
#include "tst_person_codes.moc"

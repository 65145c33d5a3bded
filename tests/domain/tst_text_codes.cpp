// Codes of texts: the same text has the same code, whatever stands around it.
#include "domain/text_codes.h"

#include <QTest>

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

using namespace dimsum;

class TestTextCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesCountUp()
    {
        TextCodes codes;
        QVERIFY(!codes.find("a"));
        QCOMPARE(codes.intern("a").code, 0u);
        QCOMPARE(codes.intern("").code, 1u);
        QVERIFY(codes.intern("b").added);
        QVERIFY(!codes.intern("a").added);
        QCOMPARE(codes.intern("").code, 1u);
        QCOMPARE(codes.at(2), std::string_view("b"));
        QCOMPARE(codes.find("b"), std::optional<std::uint32_t>(2));
        QVERIFY(!codes.find("ab"));
    }
    void agreesWithAMap()
    {
        TextCodes codes;
        codes.reserve(10, 100);
        std::unordered_map<std::string, std::uint32_t> map;
        for (int i = 0; i < 200'000; ++i) {
            // Lengths around the eight bytes that are hashed at once, prefixes of each other among them.
            const std::string text = std::string(std::size_t(i % 19), 'x') + std::to_string(i * 7919 % 50'000);
            const auto [entry, added] = map.emplace(text, std::uint32_t(map.size()));
            const auto coded = codes.intern(text);
            QCOMPARE(coded.code, entry->second);
            QCOMPARE(coded.added, added);
        }
        QCOMPARE(codes.size(), map.size());
        for (const auto &[text, code] : map) {
            QCOMPARE(codes.at(code), std::string_view(text));
            QCOMPARE(codes.find(text), std::optional(code));
        }
    }
    void manyAtOnceAreFoundAsEachAlone()
    {
        TextCodes codes;
        std::vector<std::uint32_t> found(3, 7);
        const std::array<std::string_view, 3> few{"a", "", "b"};
        codes.find(few, found); // of none
        QCOMPARE(found, std::vector<std::uint32_t>(3, TextCodes::none));
        std::vector<std::string> texts;
        for (int i = 0; i < 20'000; ++i)
            texts.push_back(std::string(std::size_t(i % 19), 'x') + std::to_string(i * 7919 % 15'000));
        for (std::size_t i = 0; i < texts.size(); i += 2)
            codes.intern(texts[i]);
        for (const std::size_t size : {1, 31, 32, 33, 20'000}) {
            const std::vector<std::string_view> asked(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(size));
            found.assign(size, 7);
            codes.find(asked, found);
            for (std::size_t i = 0; i < size; ++i)
                QCOMPARE(found[i], codes.find(asked[i]).value_or(TextCodes::none));
        }
    }
};

QTEST_APPLESS_MAIN(TestTextCodes)
#include "tst_text_codes.moc"

// The registrable domain: the key of an account (domain.md section 2).
#include "exchange/table_file.h"
#include "exchange/web_domain.h"

#include <QFile>
#include <QSet>
#include <QtTest>

using namespace dimsum;

class WebDomainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void freeMailListIsClean();
    void fortune1000();
};

void WebDomainTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domain");
    QTest::newRow("bare") << u"acme.com"_qs << u"acme.com"_qs;
    QTest::newRow("everything") << u"https://user:pw@www.Shop.ACME.co.uk:8443/a/b?c=d@e.f#g"_qs << u"acme.co.uk"_qs;
    QTest::newRow("trailing dot") << u" acme.com. "_qs << u"acme.com"_qs;
    QTest::newRow("port") << u"acme.com:80"_qs << u"acme.com"_qs;
    QTest::newRow("path only") << u"acme.com/en"_qs << u"acme.com"_qs;
    QTest::newRow("query") << u"acme.com?x=1"_qs << u"acme.com"_qs;
    QTest::newRow("two schemes") << u"https://http://investors.evergy.com"_qs << u"evergy.com"_qs;
    QTest::newRow("scheme relative") << u"//cdn.acme.io/x"_qs << u"acme.io"_qs;
    QTest::newRow("e-mail") << u"jane@mail.acme.de"_qs << u"acme.de"_qs;
    QTest::newRow("named e-mail") << u"Jane Doe <jane@acme.de>"_qs << u"acme.de"_qs;
    QTest::newRow("mailto") << u"mailto:jane@acme.de"_qs << u"acme.de"_qs;
    QTest::newRow("umlaut") << u"www.B\u00dcCHER.example"_qs << u"xn--bcher-kva.example"_qs;
    QTest::newRow("umlaut apart") << u"bu\u0308cher.example"_qs << u"xn--bcher-kva.example"_qs;
    QTest::newRow("A-label") << u"XN--BCHER-KVA.example"_qs << u"xn--bcher-kva.example"_qs;
    QTest::newRow("russian") << u"http://www.\u043c\u0432\u0434.\u0440\u0444/x"_qs << u"xn--b1aew.xn--p1ai"_qs;
    QTest::newRow("chinese dot") << u"\u516c\u53f8\u3002tw"_qs << u"xn--55qx5d.tw"_qs;
    QTest::newRow("private suffix") << u"blog.acme.github.io"_qs << u"acme.github.io"_qs;
    QTest::newRow("reserved") << u"acme.example"_qs << u"acme.example"_qs;
    QTest::newRow("japanese city") << u"www.foo.kobe.jp"_qs << u"www.foo.kobe.jp"_qs; // *.kobe.jp is a suffix
    QTest::newRow("www.com is a name") << u"www.com"_qs << u"www.com"_qs;
}

void WebDomainTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, domain);
    const WebDomain found = webDomainOf(text.toStdString());
    QVERIFY(found.usable());
    QCOMPARE(QString::fromStdString(found.domain), domain);
    QVERIFY(webDomainOf(found.domain).domain == found.domain);
}

void WebDomainTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const QString &text, DomainProblem problem) {
        QTest::newRow(name) << text << static_cast<int>(problem);
    };
    row("empty", u" \u00a0"_qs, DomainProblem::empty);
    row("single label", u"localhost"_qs, DomainProblem::notADomain);
    row("company", u"Acme Corporation"_qs, DomainProblem::notADomain);
    row("two", u"acme.com, acme.de"_qs, DomainProblem::notADomain);
    row("space", u"ac me.com"_qs, DomainProblem::notADomain);
    row("underscore", u"ac_me.com"_qs, DomainProblem::notADomain);
    row("hyphen first", u"-acme.com"_qs, DomainProblem::notADomain);
    row("empty label", u"acme..com"_qs, DomainProblem::notADomain);
    row("long label", QString(64, u'a') + u".com"_qs, DomainProblem::notADomain);
    row("number", u"1.5"_qs, DomainProblem::notADomain);
    row("v4", u"http://192.0.2.1/"_qs, DomainProblem::ipAddress);
    row("v6", u"http://[2001:db8::1]:80/"_qs, DomainProblem::ipAddress);
    row("suffix", u"co.uk"_qs, DomainProblem::publicSuffix);
    row("top level", u"com"_qs, DomainProblem::publicSuffix);
    row("private suffix", u"github.io"_qs, DomainProblem::publicSuffix);
    row("free mail", u"someone@gmail.com"_qs, DomainProblem::freeMail);
    row("free mail host", u"mail.qq.com"_qs, DomainProblem::freeMail);
    row("hinet", u"msa.hinet.net"_qs, DomainProblem::freeMail);
    row("yahoo", u"yahoo.co.jp"_qs, DomainProblem::freeMail);
}

void WebDomainTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, problem);
    const WebDomain found = webDomainOf(text.toStdString());
    QCOMPARE(static_cast<int>(found.problem), problem);
    QVERIFY(!found.usable());
    QVERIFY(*domainProblemSentence(found.problem) != '\0');
}

void WebDomainTest::freeMailListIsClean()
{
    QFile file(QStringLiteral(DIMSUM_SOURCE_DIR "/resources/profiles/free_mail_domains.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int count = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        ++count;
        // An entry that is not its own registrable domain would never be found.
        QCOMPARE(QByteArray::fromStdString(webDomainOf(line.toStdString()).domain), line);
    }
    QVERIFY(count > 300);
    for (const char *domain : {"qq.com", "163.com", "mail.ru", "yandex.ru", "web.de", "gmx.net", "hinet.net", "icloud.com"})
        QVERIFY2(isFreeMailDomain(domain), domain);
}

void WebDomainTest::fortune1000()
{
    const auto table = TableFile::open(QStringLiteral(DIMSUM_SHARED_DATA "/companies_fortune1000/fortune1000_2022.csv"));
    if (!table)
        QSKIP("companies_fortune1000 is not on this machine");
    const qsizetype column = table->header().indexOf(u"Website"_qs);
    QSet<QString> hosts;
    QSet<QString> domains;
    int withoutScheme = 0;
    QVERIFY(table->read(
                     [&](const CsvRecord &record) {
                         const std::string_view site = record.fields[static_cast<std::size_t>(column)];
                         const QString text = QString::fromUtf8(site.data(), static_cast<qsizetype>(site.size()));
                         withoutScheme += !text.contains(u"://"_qs);
                         // The expected figure takes what stands before the first '/' after the first "://".
                         QString host = text.section(u"://"_qs, text.contains(u"://"_qs) ? 1 : 0, -1).section(u'/', 0, 0);
                         hosts.insert(host.startsWith(u"www."_qs) ? host.mid(4).toLower() : host.toLower());
                         const WebDomain domain = webDomainOf(site);
                         if (domain.usable())
                             domains.insert(QString::fromStdString(domain.domain));
                         return true;
                     },
                     {})
                .ok());
    QCOMPARE(withoutScheme, 112);
    // 995 because "https://https://wbd.com" counts as the host "https:"; rightly read, every company has its own domain.
    QCOMPARE(hosts.size(), 995);
    QCOMPARE(domains.size(), 1000);
}

QTEST_GUILESS_MAIN(WebDomainTest)
#include "tst_web_domain.moc"

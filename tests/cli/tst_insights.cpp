// What the data says and what it was worth, from the command line: worlds with planted truths give them back, worlds
// without any give none, files of others give their known answers.
#include "support/program_run.h"

#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

using namespace dimsum::test;

namespace {

QString shared(const QString &name)
{
    return QStringLiteral(DIMSUM_SHARED_DATA "/") + name;
}

using Row = QMap<QString, QString>;

// Fields without line ends inside, quotes understood: what the files of these tests are.
QStringList fieldsOf(const QString &line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields.append(QString());
        else
            fields.back().append(c);
    }
    return fields;
}

QList<Row> table(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList names = fieldsOf(lines.value(0).remove(u'\r'));
    QList<Row> rows;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList fields = fieldsOf(QString(lines[i]).remove(u'\r'));
        Row row;
        for (qsizetype n = 0; n < names.size(); ++n)
            row.insert(names[n], fields.value(n));
        rows.append(row);
    }
    return rows;
}

QString header(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

} // namespace

class TestInsights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_planted = world(u"planted"_qs, {});
        m_null = world(u"null"_qs, {u"--null"_qs});
    }

    void headersAreThoseOfTheManual_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("columns");
        const auto row = [](const char *command, const char *what, const char *columns) {
            QTest::newRow(what) << QString::fromLatin1(command) << QString::fromLatin1(what) << QString::fromLatin1(columns);
        };
        row("insights", "intensity", "account,interactions,people,areas,high_intensity,last_activity,days_left");
        row("insights", "calibration", "n,p,q,window_days,active,qualify,share_of_all,share_of_active,share_2_people,share_2_areas,high,high_outcomes,"
                                       "other,other_outcomes,lift,ci_low,ci_high,verdict");
        row("insights", "near-misses", "account,interactions,people,areas,short_interactions,short_people,short_areas,days_left");
        row("insights", "journeys", "variant,first,then,within_days,cohort,treated,control,rate_treated,rate_control,ratio,ci_low,ci_high,p,q,"
                                    "landmark_treated,landmark_control,landmark_ratio,landmark_p,landmark_q,pattern");
        row("insights", "stumbling", "asset,accounts,stopped,rate,others_rate,p,q,broken_from,broken_to");
        row("insights", "lookalikes", "account,probability,score,rank,factors,nearest");
        row("insights", "actions", "account,action,play,owner,reason,expected_value,deadline");
        row("roi", "attribution", "campaign,channel,asset,first,last,linear,time_decay,u_shape,w_shape,full_path,markov,shapley");
        row("roi", "summary", "subject_kind,subject,planned,actual,first,last,linear,time_decay,u_shape,w_shape,full_path,markov,shapley,roi_low,"
                              "roi_high,roi_chosen");
        row("roi", "lift", "measure,program,control,difference,ci_low,ci_high,accounts_program,accounts_control,verdict");
    }
    void headersAreThoseOfTheManual()
    {
        QFETCH(QString, command);
        QFETCH(QString, what);
        QFETCH(QString, columns);
        const QString out = write(m_planted, command, what);
        QCOMPARE(header(out), columns);
        QVERIFY(table(out).size() > 3);
        // Repeatable to the byte, whatever ran before.
        QFile first(out);
        QVERIFY(first.open(QIODevice::ReadOnly));
        const QByteArray before = first.readAll();
        QFile again(write(m_planted, command, what));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QVERIFY(again.readAll() == before);
    }

    void figuresDoNotDependOnTheCores_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"intensity", "calibration", "near-misses", "journeys", "stumbling", "lookalikes", "actions"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void figuresDoNotDependOnTheCores()
    {
        QFETCH(QString, what);
        const auto bytes = [&](const QByteArray &cores) {
            qputenv("DIMSUM_CORES", cores);
            QFile file(write(m_planted, u"insights"_qs, what));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray one = bytes("1");
        const QByteArray two = bytes("2");
        qunsetenv("DIMSUM_CORES");
        QVERIFY(one.count('\n') > 3);
        QVERIFY(one == two);
    }

    void plantedTruthsAreFound()
    {
        const QJsonObject truth = truthOf(u"planted"_qs);
        // High intensity: exactly the accounts that were made so.
        QSet<QString> hot, made;
        for (const Row &row : table(write(m_planted, u"insights"_qs, u"intensity"_qs))) {
            if (row[u"high_intensity"_qs] == u"true"_qs)
                hot.insert(row[u"account"_qs]);
        }
        for (const auto &name : truth[u"high_intensity"_qs][u"accounts"_qs].toArray())
            made.insert(name.toString());
        QVERIFY(hot.size() > 30);
        QCOMPARE(hot, made);
        // Conversion: the planted lift of 4 lies in the interval.
        for (const Row &row : table(write(m_planted, u"insights"_qs, u"calibration"_qs))) {
            if (row[u"n"_qs] != u"3"_qs || row[u"p"_qs] != u"2"_qs || row[u"q"_qs] != u"1"_qs || row[u"window_days"_qs] != u"30"_qs)
                continue;
            QVERIFY(row[u"ci_low"_qs].toDouble() < 4 && 4 < row[u"ci_high"_qs].toDouble());
            QCOMPARE(row[u"verdict"_qs], QString());
        }
        // Journeys: of those who began with the report and saw a webinar 54 % turned high-intensity, of the others 26 %;
        // within a week it is 3.2 times as likely, and a pattern.
        const Row within90 = journey(m_planted, 90);
        QVERIFY(isNear(within90, u"treated"_qs, 0.54));
        QVERIFY(isNear(within90, u"control"_qs, 0.26));
        const Row withinWeek = journey(m_planted, 7);
        QVERIFY(withinWeek[u"ci_low"_qs].toDouble() < 3.2 && 3.2 < withinWeek[u"ci_high"_qs].toDouble());
        QVERIFY(std::abs(withinWeek[u"landmark_ratio"_qs].toDouble() - 3.2) < 0.8);
        QCOMPARE(withinWeek[u"pattern"_qs], u"true"_qs);
        for (const auto &told : truth[u"journeys"_qs].toArray()) {
            const Row found = journey(m_planted, told[u"within_days"].toInt());
            // Of all who began with a report; the world counts those of its plan.
            QVERIFY(std::abs(found[u"rate_treated"_qs].toDouble() - told[u"rate_treated"].toDouble()) < 0.05);
            QVERIFY(std::abs(found[u"rate_control"_qs].toDouble() - told[u"rate_control"].toDouble()) < 0.05);
        }
        // The stumbling block is the strongest, and the broken link has its dates.
        const QList<Row> blocks = table(write(m_planted, u"insights"_qs, u"stumbling"_qs));
        QCOMPARE(blocks.first()[u"asset"_qs], truth[u"stumbling_block"_qs].toString());
        const QJsonObject broken = truth[u"broken_link"_qs].toObject();
        for (const Row &row : blocks) {
            const bool planted = row[u"asset"_qs] == broken[u"asset"_qs].toString();
            QCOMPARE(row[u"broken_from"_qs], planted ? broken[u"broken_from"_qs].toString() : QString());
            QCOMPARE(row[u"broken_to"_qs], planted ? broken[u"broken_to"_qs].toString() : QString());
        }
        // Lookalikes: the top decile holds far more of the hidden ones than chance.
        QSet<QString> alike;
        for (const auto &name : truth[u"lookalikes"_qs].toArray())
            alike.insert(name.toString());
        qsizetype all = 0, top = 0, hits = 0;
        const QList<Row> ranked = table(write(m_planted, u"insights"_qs, u"lookalikes"_qs));
        for (const Row &row : ranked) {
            if (hot.contains(row[u"account"_qs]))
                continue;
            ++all;
            if (row[u"rank"_qs].toInt() * 10 <= ranked.size()) {
                ++top;
                hits += alike.contains(row[u"account"_qs]) ? 1 : 0;
            }
        }
        QVERIFY(double(hits) / double(top) > 1.8 * double(alike.size()) / double(all));
    }

    void nothingIsFoundWhereNothingWasPlanted()
    {
        int patterns = 0;
        for (const Row &row : table(write(m_null, u"insights"_qs, u"journeys"_qs)))
            patterns += row[u"pattern"_qs] == u"true"_qs ? 1 : 0;
        QVERIFY2(patterns <= 2, qPrintable(QString::number(patterns))); // of over a thousand tested
        // What the plain rates would have one believe: a webinar is itself an interaction.
        const Row plain = journey(m_null, 90);
        QVERIFY(plain[u"rate_treated"_qs].toDouble() > plain[u"rate_control"_qs].toDouble());
        for (const int days : {7, 14, 30, 60})
            QVERIFY(journey(m_null, days)[u"pattern"_qs] != u"true"_qs); // where nobody saw one in time there is no row
        for (const Row &row : table(write(m_null, u"insights"_qs, u"stumbling"_qs)))
            QVERIFY(row[u"broken_from"_qs].isEmpty());
        for (const Row &row : table(write(m_null, u"insights"_qs, u"calibration"_qs))) {
            if (row[u"n"_qs] == u"3"_qs && row[u"p"_qs] == u"2"_qs && row[u"q"_qs] == u"1"_qs && row[u"window_days"_qs] == u"30"_qs)
                QVERIFY(row[u"verdict"_qs] == u"too few to tell"_qs || row[u"ci_low"_qs].toDouble() <= 1.2);
        }
    }

    void creditAddsUpInEveryModel()
    {
        const QString out = m_folder.filePath(u"sum.csv"_qs);
        const Run run = runProgram({u"roi"_qs, m_planted, u"attribution"_qs, u"--out"_qs, out, u"--as-of"_qs, asOf(), u"--json"_qs});
        COMPARE_EXIT(run, 0);
        const auto total = qRound64(run.json()[u"total"_qs].toString().toDouble() * 100);
        for (const char *model : {"first", "last", "linear", "time_decay", "u_shape", "w_shape", "full_path", "markov", "shapley"}) {
            qint64 sum = 0;
            for (const Row &row : table(out))
                sum += qRound64(row[QString::fromLatin1(model)].toDouble() * 100);
            QCOMPARE(sum, total);
        }
        QVERIFY(total > 0);
    }

    void publishedPathsGiveTheirPublishedAnswers()
    {
        if (!QFileInfo::exists(shared(u"attribution_pathdata"_qs)))
            QSKIP("The shared data files are not on this machine.");
        const QString out = m_folder.filePath(u"paths.csv"_qs);
        COMPARE_EXIT(runProgram({u"attribute"_qs, shared(u"attribution_pathdata/PathData_A.csv"_qs), u"--out"_qs, out}), 0);
        const QMap<QString, QString> names{{u"first"_qs, u"first"_qs}, {u"last"_qs, u"last"_qs}, {u"linear"_qs, u"linear"_qs},
                                           {u"u_shape"_qs, u"u_40_20_40"_qs}, {u"markov"_qs, u"markov1"_qs}, {u"shapley"_qs, u"shapley_subset"_qs}};
        const QList<Row> ours = table(out);
        const QList<Row> theirs = table(shared(u"attribution_pathdata/expected_PathData_A.csv"_qs));
        QCOMPARE(ours.size(), theirs.size());
        for (const Row &expected : theirs) {
            const auto row = std::find_if(ours.begin(), ours.end(), [&](const Row &candidate) { return candidate[u"channel"_qs] == expected[u"channel"_qs]; });
            QVERIFY(row != ours.end());
            const auto near = [&](const QString &column, const QString &other) {
                const double wanted = expected[other].toDouble();
                return std::abs((*row)[column].toDouble() - wanted) <= 1e-6 * std::max(1.0, std::abs(wanted));
            };
            for (auto name = names.begin(); name != names.end(); ++name) {
                QVERIFY(near(name.key() + u"_conversions"_qs, name.value() + u"_conversions"_qs));
                QVERIFY(near(name.key() + u"_value"_qs, name.value() + u"_value"_qs));
            }
            QVERIFY(near(u"removal_effect"_qs, u"markov1_removal_effect"_qs));
        }
    }

    void hiddenCustomersOfRealSetsAreFound_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<double>("better"); // AUC of the better of the two references (expected_open_pu.csv)
        QTest::newRow("breast cancer") << u"wbc_original"_qs << 0.9901;
        QTest::newRow("house votes") << u"housevotes84"_qs << 0.9613;
        QTest::newRow("bank") << u"bank_4521"_qs << 0.7190;
        QTest::newRow("churn") << u"wa_churn"_qs << 0.8357;
        QTest::newRow("attrition") << u"attrition"_qs << 0.7537;
    }
    void hiddenCustomersOfRealSetsAreFound()
    {
        QFETCH(QString, set);
        QFETCH(double, better);
        const QString data = shared(u"pu_%1/%1_pu.csv"_qs.arg(set));
        if (!QFileInfo::exists(data))
            QSKIP("The shared data files are not on this machine.");
        const auto domain = [](const QString &id) { return id.toLower().replace(u'_', u'-') + u".com"_qs; };
        QByteArray accounts, seeds = "account\n";
        QFile file(data);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString id = lines[i].section(u',', 0, 0);
            accounts += (i == 0 ? u"domain"_qs : domain(id)).toUtf8() + ',' + lines[i].section(u',', 1).toUtf8() + '\n';
            if (i > 0 && lines[i].trimmed().section(u',', -1) == u"1"_qs)
                seeds += domain(id).toUtf8() + '\n';
        }
        const QString ws = m_folder.filePath(set + u".dimsum"_qs);
        COMPARE_EXIT(runProgram({u"new"_qs, ws}), 0);
        COMPARE_EXIT(runProgram({u"import"_qs, ws, u"--kind"_qs, u"accounts"_qs, put(set + u".csv"_qs, accounts), u"--profile"_qs, u"canonical-accounts"_qs}), 0);
        const QString out = m_folder.filePath(set + u"_out.csv"_qs);
        const Run run = runProgram({u"insights"_qs, ws, u"lookalikes"_qs, u"--seed-list"_qs, put(set + u"_seeds.csv"_qs, seeds), u"--out"_qs, out, u"--json"_qs});
        COMPARE_EXIT(run, 0);
        QVERIFY2(run.out.contains("is_customer"), "the field that is the label is listed as left out");
        QMap<QString, double> scores;
        for (const Row &row : table(out))
            scores.insert(row[u"account"_qs], row[u"score"_qs].toDouble());
        std::vector<std::pair<double, bool>> unlabelled;
        for (const Row &row : table(shared(u"pu_%1/%1_truth.csv"_qs.arg(set)))) {
            QVERIFY(scores.contains(domain(row[u"account_id"_qs])));
            if (row[u"labelled"_qs] == u"0"_qs)
                unlabelled.emplace_back(scores[domain(row[u"account_id"_qs])], row[u"true_positive"_qs] == u"1"_qs);
        }
        double wins = 0, pairs = 0;
        for (const auto &[score, positive] : unlabelled) {
            for (const auto &[other, otherPositive] : unlabelled) {
                if (!positive || otherPositive)
                    continue;
                pairs += 1;
                wins += score > other ? 1 : score == other ? 0.5 : 0;
            }
        }
        QVERIFY2(wins / pairs >= better - 0.01, qPrintable(QString::number(wins / pairs)));
    }

    void refusals()
    {
        const QString ws = m_folder.filePath(u"empty.dimsum"_qs);
        COMPARE_EXIT(runProgram({u"new"_qs, ws}), 0);
        const QString out = m_folder.filePath(u"never.csv"_qs);
        for (const QString &what : {u"intensity"_qs, u"calibration"_qs, u"near-misses"_qs, u"journeys"_qs, u"stumbling"_qs, u"lookalikes"_qs, u"actions"_qs}) {
            const Run run = runProgram({u"insights"_qs, ws, what, u"--out"_qs, out});
            COMPARE_EXIT(run, 1);
            QVERIFY(run.err.contains("no activity"));
        }
        for (const QString &what : {u"summary"_qs, u"attribution"_qs, u"lift"_qs}) {
            const Run run = runProgram({u"roi"_qs, ws, what, u"--out"_qs, out});
            COMPARE_EXIT(run, 1);
            QVERIFY(run.err.contains("no opportunity"));
        }
        COMPARE_EXIT(runProgram({u"insights"_qs, ws, u"dreams"_qs, u"--out"_qs, out}), 2);
        COMPARE_EXIT(runProgram({u"insights"_qs, ws, u"intensity"_qs}), 2);
        const Run list = runProgram({u"insights"_qs, m_planted, u"lookalikes"_qs, u"--seed-list"_qs, put(u"nobody.csv"_qs, "account\nnobody-at-all.com\n"), u"--out"_qs, out});
        COMPARE_EXIT(list, 1);
        QVERIFY2(list.err.contains("nobody.csv") && list.err.contains("line 2"), list.story().constData());
        QFile few(m_folder.filePath(u"few.csv"_qs));
        const Run small = runProgram({u"insights"_qs, m_planted, u"lookalikes"_qs, u"--seed-list"_qs, put(u"few.csv"_qs, "account\n" + anyAccount() + "\n"), u"--out"_qs, out});
        COMPARE_EXIT(small, 1);
        QVERIFY2(small.err.contains("30"), small.story().constData());
        const Run path = runProgram({u"attribute"_qs, put(u"hole.csv"_qs, "path,total_conversions\na > b,1\na > > b,1\n"), u"--out"_qs, out});
        COMPARE_EXIT(path, 1);
        QVERIFY2(path.err.contains("hole.csv") && path.err.contains("line 3"), path.story().constData());
        QVERIFY(!QFileInfo::exists(out));
    }

private:
    static QString asOf() { return u"2025-06-30"_qs; }

    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qWarning("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QString world(const QString &name, const QStringList &more)
    {
        const QString folder = m_folder.filePath(name);
        const QString ws = folder + u".dimsum"_qs;
        QStringList words{u"generate"_qs, folder, u"--accounts"_qs, u"8000"_qs, u"--seed"_qs, u"17"_qs, u"--as-of"_qs, asOf()};
        bool good = runProgram(words + more).exitCode == 0 && runProgram({u"new"_qs, ws}).exitCode == 0;
        for (const QString &kind : {u"accounts"_qs, u"contacts"_qs, u"campaigns"_qs, u"costs"_qs, u"program"_qs, u"opportunities"_qs, u"activities"_qs, u"intent"_qs})
            good = good && runProgram({u"import"_qs, ws, u"--kind"_qs, kind, folder + u'/' + kind + u".csv"_qs}).exitCode == 0;
        good = good && runProgram({u"icp"_qs, ws, u"set"_qs, folder + u"/icp.json"_qs}).exitCode == 0;
        if (!good)
            qWarning("the world %s was not made", qPrintable(name));
        return ws;
    }

    // Report first, then a webinar within so many days.
    Row journey(const QString &ws, int days)
    {
        for (const Row &row : table(write(ws, u"insights"_qs, u"journeys"_qs))) {
            if (row[u"variant"_qs] == u"first"_qs && row[u"first"_qs] == u"research report"_qs && row[u"then"_qs] == u"webinar"_qs
                && row[u"within_days"_qs].toInt() == days)
                return row;
        }
        return {};
    }

    // Within three standard errors of the rate that was planted.
    static bool isNear(const Row &row, const QString &group, double planted)
    {
        const double accounts = row[group].toDouble();
        return accounts >= 100 && std::abs(row[u"rate_"_qs + group].toDouble() - planted) < 3 * std::sqrt(planted * (1 - planted) / accounts);
    }

    QByteArray anyAccount()
    {
        return table(m_folder.filePath(u"planted/accounts.csv"_qs)).first()[u"domain"_qs].toUtf8();
    }

    QJsonObject truthOf(const QString &name)
    {
        QFile file(m_folder.filePath(name + u"/truth.json"_qs));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    QString write(const QString &ws, const QString &command, const QString &what)
    {
        const QString out = m_folder.filePath(command + u'-' + what + u".csv"_qs);
        const Run run = runProgram({command, ws, what, u"--out"_qs, out, u"--as-of"_qs, asOf()});
        if (run.exitCode != 0)
            qWarning("%s", run.story().constData());
        return out;
    }

    QTemporaryDir m_folder;
    QString m_planted, m_null;
};

QTEST_GUILESS_MAIN(TestInsights)
#include "tst_insights.moc"

// The learner of lookalikes on a made-up market, for tests/bench/learner_peer.py, which teaches scikit-learn the same:
//   dimsum_learner_bench ACCOUNTS FIELDS FOLDER
// Prints seconds of one logistic fit on the rows of the first fold and of everything (both learners, out of fold, factors,
// nearest); leaves the codes and the training rows in FOLDER.
#include "domain/logistic_learner.h"
#include "domain/lookalikes.h"
#include "domain/seeded_random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <cmath>

using namespace dimsum;

namespace {

constexpr std::uint8_t valuesOfField = 8;

LookalikeFeatures market(std::size_t accounts, std::size_t fields)
{
    LookalikeFeatures features;
    features.accounts = accounts;
    for (std::size_t field = 0; field < fields; ++field) {
        LookalikeField made{.name = "field " + std::to_string(field), .values = {}};
        for (int value = 0; value < valuesOfField; ++value)
            made.values.push_back("value " + std::to_string(value));
        features.fields.push_back(std::move(made));
    }
    features.codes.resize(accounts * fields);
    SeededRandom random(7);
    for (std::uint8_t &code : features.codes)
        code = static_cast<std::uint8_t>(random.below(valuesOfField));
    return features;
}

// Every twentieth, more likely with small codes in the first five fields.
std::vector<std::uint8_t> positivesOf(const LookalikeFeatures &features)
{
    std::vector<std::uint8_t> positive(features.accounts);
    SeededRandom random(11);
    for (std::size_t row = 0; row < features.accounts; ++row) {
        int sum = 0;
        for (std::size_t field = 0; field < std::min<std::size_t>(5, features.fields.size()); ++field)
            sum += features.at(row, field);
        const double chance = 0.3 / (1 + std::exp(0.35 * (sum - 10)));
        positive[row] = static_cast<double>(random.below(1'000'000)) < chance * 1e6 ? 1 : 0;
    }
    return positive;
}

bool write(const QString &path, const void *bytes, std::size_t size)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(static_cast<const char *>(bytes), static_cast<qint64>(size)) == static_cast<qint64>(size);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    QTextStream out(stdout);
    if (arguments.size() < 4) {
        out << "dimsum_learner_bench ACCOUNTS FIELDS FOLDER" << Qt::endl;
        return 2;
    }
    const LookalikeFeatures features = market(arguments[1].toULongLong(), arguments[2].toULongLong());
    const std::vector<std::uint8_t> positive = positivesOf(features);
    const LookalikeRules rules;
    // What one fold of both learners sees at most is what findLookalikes() gives it.
    const std::vector<TrainingRow> rows = foldRows(positive, rules, 0);
    QElapsedTimer timer;
    timer.start();
    const LogisticModel model = LogisticModel::fit(features, rows, rules.inverseRegularisation);
    out << "logistic_fold " << static_cast<double>(timer.nsecsElapsed()) / 1e9 << Qt::endl;
    timer.restart();
    const LookalikeResult result = findLookalikes(features, positive, rules);
    out << "everything " << static_cast<double>(timer.nsecsElapsed()) / 1e9 << Qt::endl;
    out << "auc " << result.reports[0].auc << ' ' << result.reports[1].auc << Qt::endl;
    std::vector<std::uint32_t> trained;
    std::vector<float> weights;
    std::vector<std::uint8_t> labels;
    std::vector<double> logits;
    for (const TrainingRow &row : rows) {
        trained.push_back(row.account);
        weights.push_back(row.weight);
        labels.push_back(row.positive ? 1 : 0);
        logits.push_back(model.logit(features.of(row.account)));
    }
    const QString folder = arguments[3];
    const bool written = write(folder + QStringLiteral("/codes.u8"), features.codes.data(), features.codes.size())
                         && write(folder + QStringLiteral("/rows.u32"), trained.data(), trained.size() * sizeof(std::uint32_t))
                         && write(folder + QStringLiteral("/weights.f32"), weights.data(), weights.size() * sizeof(float))
                         && write(folder + QStringLiteral("/labels.u8"), labels.data(), labels.size())
                         && write(folder + QStringLiteral("/logits.f64"), logits.data(), logits.size() * sizeof(double));
    return written ? 0 : 1;
}

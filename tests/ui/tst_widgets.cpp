// What the small widgets of the kit promise in signals and values.
#include "ui/common/apply_bar.h"
#include "ui/common/chip.h"
#include "ui/common/envelope_gauge.h"
#include "ui/common/figure_label.h"
#include "ui/common/filter_bar.h"
#include "ui/common/message_panel.h"
#include "ui/common/receipt_view.h"
#include "ui/common/search_field.h"
#include "ui/common/shaped_text.h"
#include "ui/common/segmented.h"
#include "ui/common/slider_spin.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace dimsum;

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }
    void segmentsAreExclusive();
    void chipTellsEditFromRemoval();
    void filterBarNamesItsConditions();
    void escapeClearsThenLeaves();
    void sliderAndBoxAreOneValue();
    void shapedTextIsOneLine();
    void envelopeCountsWhatIsLeft();
    void receiptReadsAsText();
    void applyBarHidesWithoutChanges();
    void applyBarKeepsItsWordsInStep();
    void figuresAskForRoomOnlyWhenTheyNeedMore();
};

void WidgetsTest::segmentsAreExclusive()
{
    Segmented segments;
    segments.addSegment(QStringLiteral("Board"));
    segments.addSegment(QStringLiteral("List"));
    QCOMPARE(segments.current(), 0);
    QSignalSpy spy(&segments, &Segmented::currentChanged);
    segments.setCurrent(1);
    segments.setCurrent(1);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toInt(), 1);
}

void WidgetsTest::chipTellsEditFromRemoval()
{
    Chip chip(QStringLiteral("Tier"), QStringLiteral("is"), QStringLiteral("1"));
    chip.resize(chip.sizeHint());
    QSignalSpy clicks(&chip, &Chip::clicked), removals(&chip, &Chip::removalRequested);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, chip.height() / 2));
    QCOMPARE(clicks.count(), 1);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 14, chip.height() / 2));
    QCOMPARE(clicks.count(), 1);
    QCOMPARE(removals.count(), 1);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removals.count(), 2);
}

void WidgetsTest::filterBarNamesItsConditions()
{
    FilterBar bar;
    bar.resize(900, 40);
    bar.setConditions({{QStringLiteral("tier"), QStringLiteral("Tier"), QStringLiteral("is"), QStringLiteral("1")},
                       {QStringLiteral("owner"), QStringLiteral("Owner"), QStringLiteral("is"), QStringLiteral("L. Brandt")}});
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QSignalSpy removal(&bar, &FilterBar::conditionRemovalRequested);
    const QList<Chip *> chips = bar.findChildren<Chip *>();
    QCOMPARE(chips.size(), 3); // two conditions and the one that adds
    for (Chip *chip : chips) {
        if (chip->accessibleName().contains(QStringLiteral("Owner")))
            QTest::keyClick(chip, Qt::Key_Delete);
    }
    QCOMPARE(removal.count(), 1);
    QCOMPARE(removal.first().first().toString(), QStringLiteral("owner"));
    QCOMPARE(bar.heightForWidth(900), metric::filterRow);
    QVERIFY(bar.heightForWidth(420) > metric::filterRow); // narrow: the chips wrap
}

void WidgetsTest::escapeClearsThenLeaves()
{
    SearchField field(QStringLiteral("Find"));
    QSignalSpy left(&field, &SearchField::left);
    field.setText(QStringLiteral("cum"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void WidgetsTest::sliderAndBoxAreOneValue()
{
    SliderSpin pair;
    pair.setRange(1000, 1'000'000, 500, 0, true);
    QSignalSpy spy(&pair, &SliderSpin::valueChanged);
    pair.setValue(50'000);
    QCOMPARE(pair.value(), 50'000.0);
    QCOMPARE(spy.count(), 1);
    pair.slider()->setValue(pair.slider()->maximum());
    QCOMPARE(pair.value(), 1'000'000.0);
    pair.slider()->setValue(500); // half way of a logarithmic travel is the geometric mean
    QVERIFY(std::abs(pair.value() - 31'500) <= 500);
}

void WidgetsTest::envelopeCountsWhatIsLeft()
{
    EnvelopeGauge gauge;
    gauge.setEnvelope({Money{1000}, Money{400}, Money{300}, Money{200}, Money{150}, 1}, QStringLiteral("50 over"));
    QCOMPARE(gauge.left().minor, -50);
    QCOMPARE(gauge.accessibleDescription(), QStringLiteral("50 over"));
}

void WidgetsTest::receiptReadsAsText()
{
    ReceiptView view;
    Receipt receipt;
    receipt.title = QStringLiteral("Priority 83.3");
    receipt.factors = {{Tone::fit, QStringLiteral("Fit"), QStringLiteral("88"), {}, QStringLiteral("× 0.3"), QStringLiteral("26.4"), 26.4}};
    receipt.checks = {{QStringLiteral("fit 88 ≥ 70")}, {QStringLiteral("acv 10 ≥ 20"), false}};
    view.setReceipt(receipt);
    QVERIFY(view.plainText().contains(QStringLiteral("Fit\t88\t\t× 0.3\t26.4")));
    QVERIFY(view.plainText().contains(QStringLiteral("holds: fit 88 ≥ 70")));
    QVERIFY(view.plainText().contains(QStringLiteral("fails: acv 10 ≥ 20")));
    QVERIFY(view.heightForWidth(240) >= view.heightForWidth(600)); // narrow: checks in one column
}

void WidgetsTest::applyBarHidesWithoutChanges()
{
    ApplyBar bar;
    bar.setParts({{QStringLiteral("One change"), Tone::plain, {}}});
    QVERIFY(!bar.isHidden());
    bar.setVerbs(QStringLiteral("Discard"), QStringLiteral("Apply 50 moves"));
    bar.setApplyEnabled(false, QStringLiteral("over the limit"));
    QSignalSpy applied(&bar, &ApplyBar::applyRequested), discarded(&bar, &ApplyBar::discardRequested);
    for (QPushButton *button : bar.findChildren<QPushButton *>())
        button->click();
    QCOMPARE(applied.count(), 0); // over the limit: only leaving is possible
    QCOMPARE(discarded.count(), 1);
    bar.setParts({});
    QVERIFY(bar.isHidden());
}

void WidgetsTest::applyBarKeepsItsWordsInStep()
{
    ApplyBar bar;
    const auto told = [&bar] {
        QStringList words;
        for (const QWidget *each : bar.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (!each->accessibleName().isEmpty())
                words << each->accessibleName();
        }
        return words;
    };
    bar.setParts({{QStringLiteral("fit 70"), Tone::plain, {}}, {QStringLiteral("2 fall"), Tone::red, {}}});
    QCOMPARE(told(), (QStringList{QStringLiteral("fit 70"), QStringLiteral("2 fall")}));
    bar.setParts({{QStringLiteral("fit 71"), Tone::plain, {}}});
    QCOMPARE(told(), QStringList{QStringLiteral("fit 71")});
    bar.setParts({{QStringLiteral("fit 72"), Tone::plain, {}}, {QStringLiteral("3 fall"), Tone::red, {}}, {QStringLiteral("1 order"), Tone::secondary, {}}});
    QCOMPARE(told(), (QStringList{QStringLiteral("fit 72"), QStringLiteral("3 fall"), QStringLiteral("1 order")}));
    bar.setParts({});
    QVERIFY(told().isEmpty() && bar.isHidden());
}

void WidgetsTest::figuresAskForRoomOnlyWhenTheyNeedMore()
{
    FigureLabel label;
    label.setText(QStringLiteral("9 → <b>12,000</b> net"));
    QCOMPARE(label.accessibleName(), QStringLiteral("9 → 12,000 net"));
    const int wide = label.sizeHint().width();
    QFont bold = label.font();
    bold.setBold(true);
    QCOMPARE(wide, label.fontMetrics().horizontalAdvance(QStringLiteral("9 → ")) + QFontMetrics(bold).horizontalAdvance(QStringLiteral("12,000"))
                       + label.fontMetrics().horizontalAdvance(QStringLiteral(" net")));
    label.setText(QStringLiteral("9"));
    QCOMPARE(label.sizeHint().width(), wide); // it would jump back and forth under a dragged slider
    label.setText(QStringLiteral("9 → <b>12,000,000</b> net of everything"));
    QVERIFY(label.sizeHint().width() > wide);
    label.clear();
    QCOMPARE(label.text(), QString());
}

// As wide as it is measured elsewhere; line ends of a file are blanks; what is too wide is cut, and only that.
void WidgetsTest::shapedTextIsOneLine()
{
    const QFont font = qApp->font();
    const QFontMetrics metrics(font);
    const QString text = QStringLiteral("Tallow & Finch");
    QVERIFY(std::abs(ShapedText::of(text, font).width() - metrics.horizontalAdvance(text)) <= 1);
    QCOMPARE(ShapedText::of(QStringLiteral("Tallow\n& Finch"), font).width(), ShapedText::of(text, font).width());
    QCOMPARE(ShapedText::elided(text, font, 1000).width(), ShapedText::of(text, font).width());
    const int narrow = ShapedText::of(text, font).width() / 2;
    QVERIFY(ShapedText::elided(text, font, narrow).width() <= narrow + 1);
    QVERIFY(ShapedText::elided(text, font, narrow).width() > 0);
    QCOMPARE(ShapedText::of(QString(), font).width(), 0);
    QImage image(200, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage before = image;
    QPainter painter(&image);
    painter.setPen(Qt::black);
    ShapedText::of(text, font).paint(&painter, QRect(0, 0, 200, 30));
    painter.end();
    QVERIFY(image != before);
}

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"

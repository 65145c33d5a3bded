// The filter row: search field, condition chips in a flow, "Filter" chip, "Clear all" at the end.
#pragma once

#include <QList>
#include <QWidget>

namespace dimsum {

class Chip;
class FlowLayout;
class SearchField;

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    struct Condition {
        QString key; // the page's own name of it, returned in the signals
        QString field, operation, value;
    };

    explicit FilterBar(QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    void setConditions(const QList<Condition> &conditions);
    // A control at the right end (toggle chips); takes ownership.
    void addControl(QWidget *control);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void searchChanged(const QString &text);
    void conditionEditRequested(const QString &key);
    void conditionRemovalRequested(const QString &key);
    void conditionWanted(QWidget *beside); // the "Filter" chip was pressed: offer the fields there
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    SearchField *m_search;
    FlowLayout *m_flow;
    QWidget *m_chips;
    Chip *m_add;
    QWidget *m_clear;
    QWidget *m_controls;
    QList<Chip *> m_conditions;
};

} // namespace dimsum

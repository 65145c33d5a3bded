// The marketers' board: a column per state, a lane per tier, team or play, a card per order (mockup 4). Reads the rows of
// the order table, so the filter is that of the list. Dragging a card to another column asks for the move and changes
// nothing itself; Esc lets it go where it was. With the keyboard: arrows walk, Ctrl+Left and Ctrl+Right ask for the move
// to the neighbour state, Ctrl+Up and Ctrl+Down put it elsewhere within its column. GUI thread.
#pragma once

#include "qt/order_table_model.h"

#include <QAbstractScrollArea>
#include <QSet>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

enum class BoardLanes : std::uint8_t { tier, team, play };

// What a card shows below the account's name; kept as a number in the state of the page.
enum BoardField : unsigned { BoardPlay = 1, BoardPrice = 2, BoardDue = 4, BoardTeam = 8, BoardPerson = 16, BoardNumber = 32 };
inline constexpr unsigned boardFieldsAtFirst = BoardPlay | BoardPrice | BoardDue;

class BoardView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    // `model` must outlive the view.
    explicit BoardView(OrderTableModel &model, QWidget *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setLanes(BoardLanes lanes);
    BoardLanes lanes() const { return m_laneKind; }
    // The order of cards that people gave by hand: ids, those that are not in it follow by due day.
    void setRank(const QStringList &orders);
    const QStringList &rank() const { return m_rank; }
    void setFields(unsigned fields);
    unsigned fields() const { return m_fields; }
    // The selected order; empty for none. Scrolled into sight.
    void setCurrent(const std::string &order);
    const std::string &current() const { return m_current; }

    // For tests and assistive technology: where things are, in viewport coordinates.
    QRect cardRect(const std::string &order) const; // null where it is not shown
    QRect columnRect(OrderState state) const;
    int cardCount(OrderState state) const;          // all of the column, folded ones too
    Money sumOf(OrderState state) const;

    static const std::array<OrderState, 5> &columns();

    QSize sizeHint() const override { return {960, 560}; }

Q_SIGNALS:
    void currentChanged(const QString &order);
    void moveWanted(const QString &order, dimsum::OrderState to);
    void opened(const QString &order); // double click or Enter
    void rankChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Card {
        const OrderRow *order = nullptr;
        QRect rect; // in the coordinates of the whole board, below the heads
    };
    struct Cell {
        std::vector<Card> cards;     // all
        std::size_t shown = 0;       // the first so many are laid out
        Money sum;
        QRect rect, more;            // `more`: the line that unfolds; null without
    };
    struct Lane {
        QString key, name;
        int tier = 0; // of tier lanes
        std::array<Cell, 5> cells;
        QRect rect;
    };

    void rebuild();
    void layOut();
    void drawHeads(QPainter &painter) const;
    void drawLane(QPainter &painter, const Lane &lane) const;
    void drawCard(QPainter &painter, const Card &card, const QRect &rect, bool ghost) const;
    QString headNote(std::size_t column) const;
    QString dueWords(const OrderRow &order, Tone &tone, QString &icon) const;
    int headHeight() const;
    int columnAt(int x) const; // -1 beside the columns
    QRect columnSpan(std::size_t column) const;
    QPoint toBoard(QPoint viewportPoint) const;
    const Card *cardAt(QPoint boardPoint) const;
    const Card *cardOf(const std::string &order) const;
    bool allowed(const OrderRow &order, OrderState to) const;
    void choose(const Card &card);
    void walk(int key);
    // Puts the card before another of its cell; null: at the end.
    void putBefore(const std::string &order, const OrderRow *before);
    const Cell *cellOf(const std::string &order) const;
    QString placesLeft(const Lane *lane) const; // of the lane's plays, null: of the whole menu; empty without a limit
    void letGo();

    OrderTableModel &m_model;
    std::shared_ptr<const Snapshot> m_snapshot;
    BoardLanes m_laneKind = BoardLanes::tier;
    unsigned m_fields = boardFieldsAtFirst;
    QStringList m_rank;
    std::vector<Lane> m_lanes;
    QSet<QString> m_unfolded; // lane and column
    std::array<int, 5> m_counts{};
    std::array<Money, 5> m_sums{};
    int m_rejected = 0, m_cancelled = 0;
    int m_height = 0;
    std::string m_current;
    std::string m_dragged; // order under the mouse, empty unless it moves
    QPoint m_pressed, m_dragAt;
    bool m_mayDrag = false;
};

} // namespace dimsum

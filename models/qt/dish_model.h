// The dim sum card of one account: courses (channels) with their dishes (plays). A dish that cannot be ordered stays
// and says why. Ticking is a wish: the page checks and keeps the slip.
#pragma once

#include "service/ordering_service.h"

#include <QAbstractListModel>
#include <QStringList>

#include <array>
#include <vector>

namespace dimsum {

inline constexpr int cardRoles = 7; // the fixed order of the role columns on the card

// What a row carries beside its text; DishRole.
struct Dish {
    QString name, line;        // line: description, or the reason it is locked
    QString price;
    QString ready;             // "18 Mar"; empty on a course
    QString lead;              // "20 d"
    bool course = false;
    bool ticked = false;
    bool locked = false;       // cannot be ticked
    bool approval = false;     // an order of it waits for a yes
    bool obstacle = false;     // ticked, and something is still missing
    QString suggestion;        // why it is the next best action of the account; empty: it is not
    int left = 0, capacity = -1; // places; capacity below 0: no limit
    std::array<bool, cardRoles> reaches{};
    QString iconName;          // course: of its channel

    friend bool operator==(const Dish &, const Dish &) = default;
};

enum class DishFilter : std::uint8_t { all, orderable, silentRoles };

class DishModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DishRole = Qt::UserRole + 1 };

    explicit DishModel(QObject *parent = nullptr);

    // `draft` is what `check` was made from; both are copied as far as needed. `currency` words the amounts.
    void setCard(const MenuCard &card, const SlipCheck &check, const Currency &currency);
    void clear();
    // Marks the play that the next best action of the account asks for. Kept until the next one; an empty code takes the
    // mark away.
    void setSuggestion(const QString &play, const QString &why);
    void setFilter(DishFilter filter);
    DishFilter filter() const { return m_filter; }
    int count(DishFilter filter) const;
    int ticked() const;

    QString playAt(int row) const; // code; empty on a course
    int rowOf(const QString &play) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // Qt::CheckStateRole
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    // "ES", "DM", …: heads of the role columns, and the whole words.
    static QString roleHead(int role);
    static QString roleName(int role);
    // Roles of the account that nobody holds yet.
    const std::array<bool, cardRoles> &silent() const { return m_silent; }

Q_SIGNALS:
    void tickWanted(const QString &play, bool on);
    void refused(const QString &reason); // a locked dish was asked for

private:
    struct Row {
        std::string play; // empty: a course
        Dish dish;
    };
    static Dish dishOf(const SlipPlay &play, const Currency &currency);
    bool keeps(const Dish &dish, DishFilter filter) const;
    void rebuild();

    std::vector<Row> m_all;          // dishes only, in the order of the menu
    std::vector<QString> m_channels; // of m_all
    std::vector<Row> m_rows;
    std::string m_suggested; // code
    QString m_suggestion;    // why
    std::array<bool, cardRoles> m_silent{};
    DishFilter m_filter = DishFilter::all;
};

// The reason as a sentence for the card, without naming the field.
QString hindranceWords(const Hindrance &hindrance, const QString &play, const Currency &currency);

} // namespace dimsum

Q_DECLARE_METATYPE(dimsum::Dish)

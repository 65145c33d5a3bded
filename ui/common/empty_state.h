// What stands where there is nothing: drawing, sentence, second sentence, the one action that helps.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace dimsum {

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    // empty = nothing yet (steamer), filtered = nothing matches (magnifier), locked = no permission, tooFew.
    enum class Kind { empty, filtered, locked, tooFew };

    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(Kind kind, const QString &title, const QString &text, const QString &action = {},
               QWidget *parent = nullptr);

    // An empty `action` hides the button.
    void setState(Kind kind, const QString &title, const QString &text, const QString &action = {});
    void setFramed(bool framed); // default off

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    Kind m_kind = Kind::empty;
    bool m_framed = false;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace dimsum

// One line beside its cause: icon, text, link. With a progress it is the line of a running job.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace dimsum {

class MessagePanel : public QWidget
{
    Q_OBJECT
public:
    // bamboo = conflict with somebody else's change; neutral = facts and jobs.
    enum class Kind { red, warn, neutral, bamboo };

    explicit MessagePanel(QWidget *parent = nullptr);
    MessagePanel(Kind kind, const QString &text, const QString &link = {}, QWidget *parent = nullptr);

    void setMessage(Kind kind, const QString &text, const QString &link = {});
    // Overrides the icon of the kind.
    void setIconName(const QString &name);
    // Details that do not fit the line: tooltip, and "Copy details" in the context menu.
    void setDetails(const QString &details);
    // 0 to 1 shows a bar with its percentage; below 0 hides it.
    void setProgress(double share);
    QString text() const;

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void applyColors();
    QString iconName() const;

    Kind m_kind = Kind::neutral;
    QString m_iconName, m_details;
    double m_progress = -1;
    QLabel *m_text;
    QLabel *m_share;
    QToolButton *m_link;
};

} // namespace dimsum

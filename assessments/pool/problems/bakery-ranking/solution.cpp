// A place is one more than the number of bakers who are better; counted directly.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

struct Baker {
    string name;
    int points, time, place;
};

int main() {
    int n;
    cin >> n;
    vector<Baker> bakers(n);
    for (auto &[name, points, time, place] : bakers) cin >> name >> points >> time;
    for (auto &one : bakers) {
        one.place = 1;
        for (auto &other : bakers)
            if (other.points > one.points || (other.points == one.points && other.time < one.time)) ++one.place;
    }
    sort(bakers.begin(), bakers.end(), [](const Baker &a, const Baker &b) {
        return a.place != b.place ? a.place < b.place : a.name < b.name;
    });
    for (auto &one : bakers) cout << one.place << ' ' << one.name << '\n';
}
